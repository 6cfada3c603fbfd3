import { describe, expect, test } from 'vitest'
import { adoptCodebook } from '../../../src/core/codebook/adopt-codebook'
import { convertValue } from '../../../src/core/codebook/convert-value'
import { contrast, contrastProblem, offeredColours } from '../../../src/core/codebook/layer-colours'
import { changeOptionId } from '../../../src/core/codebook/option-edits'
import { remove } from '../../../src/core/codebook/place-edits'
import { countMigrated, saveDraft } from '../../../src/core/codebook/save-draft'
import type { AttributeKind } from '../../../src/core/project/codebook'
import type { AttributeValue } from '../../../src/core/project/entities'
import { annotation, codebook, draft, must } from './small-codebook'

const mixed = { layer: 'view', attribute: 'stance', option: 'mixed' }
const now = '2026-11-22T12:00:00.000Z'

describe('saving', () => {
  const some = [
    annotation({ stance: 'mixed' }),
    annotation({ stance: 'for' }),
    annotation({ stance: 'mixed' })
  ]
  test('is one step: the next version, and the annotations that follow', () => {
    const changed = must(changeOptionId(draft, mixed, 'both'))
    expect(countMigrated(changed, some)).toBe(2)
    const saved = saveDraft(changed, codebook, some, now)
    if (!saved.ok) throw new Error(saved.error.message)
    expect(saved.value.label).toBe('Save codebook version 4')
    expect(saved.value.changes.map(change => [change.table, change.id])).toEqual([
      ['codebooks', 'book'],
      ['annotations', some[0]!.id],
      ['annotations', some[2]!.id]
    ])
    expect(saved.value.changes[0]?.after).toMatchObject({ version: 4, projectId: 'p' })
    expect(saved.value.changes[1]?.after).toMatchObject({ attributes: { stance: 'both' }, updatedAt: now })
  })

  test.each([
    ['the codebook is another one by now', { ...codebook, version: 4 }, [], 'changed-meanwhile'],
    ['somebody has used what was removed as unused', codebook, some, 'would-break']
  ])('is refused when %s', (_, stored, annotations, code) => {
    const removed = must(remove(draft, mixed, []))
    expect(saveDraft(removed, stored, annotations, now)).toMatchObject({ ok: false, error: { code } })
  })

  test('a value that was wrong before does not stand in the way', () => {
    const wrong = [annotation({ stance: 'never heard of', lost: 'x' }), annotation({}, 'gone')]
    expect(saveDraft(must(changeOptionId(draft, mixed, 'both')), codebook, wrong, now).ok).toBe(true)
  })
})

describe('a value goes into another kind without loss, or not at all', () => {
  const cases: [AttributeKind, AttributeKind, AttributeValue, AttributeValue | undefined][] = [
    ['choice', 'multi-choice', 'for', ['for']],
    ['multi-choice', 'choice', ['for'], 'for'],
    ['multi-choice', 'choice', ['for', 'against'], undefined],
    ['text', 'long-text', 'a', 'a'],
    ['long-text', 'text', 'a\nb', undefined],
    ['text', 'date', '2018~', '2018~'],
    ['text', 'date', 'in spring', undefined],
    ['number', 'text', 4.5, '4.5'],
    ['text', 'number', '4.5', undefined],
    ['choice', 'text', 'for', undefined],
    ['actor', 'text', 'ana', undefined]
  ]
  test.each(cases)('%s to %s: %j', (from, to, value, expected) => {
    expect(convertValue(from, to, value)).toEqual(expected)
  })
})

test('an adopted codebook keeps what it lacks and annotations use, retired, and says so', () => {
  const used = [
    annotation({ stance: 'mixed', note: 'x', weight: 5 }, 'view', 'source'),
    annotation({}, 'fact')
  ]
  const [view] = codebook.layers
  const wanted = {
    ...codebook,
    id: 'other' as typeof codebook.id,
    title: 'Theirs',
    version: 9,
    layers: [
      {
        ...view!,
        spanRoles: ['content'],
        attributes: view!.attributes
          .filter(row => row.id !== 'note' && row.id !== 'topics')
          .map(row => {
            if (row.id === 'stance')
              return { ...row, options: row.options!.filter(option => option.id === 'for') }
            return row.id === 'weight' ? { ...row, maximum: 3 } : row
          })
      }
    ]
  }
  const { draft: adopted, notes } = adoptCodebook(codebook, wanted, used)
  expect(adopted.content).toMatchObject({ id: 'book', title: 'Theirs', version: 3 })
  const [layer, fact] = adopted.content.layers
  expect(fact).toMatchObject({ id: 'fact', retired: true })
  expect(layer!.spanRoles).toEqual(['content', 'source'])
  expect(layer!.attributes.map(row => [row.id, row.retired])).toEqual([
    ['stance', undefined],
    ['who', undefined],
    ['weight', undefined],
    ['holder', undefined],
    ['note', true]
  ])
  expect(layer!.attributes[0]!.options).toEqual([
    { id: 'for', name: 'For', key: 's', definition: 'Says yes.' },
    { id: 'mixed', name: 'mixed', retired: true }
  ])
  expect(layer!.attributes[2]!.maximum).toBe(5)
  expect(notes).toEqual([
    'View, Stance: option “mixed” stays, retired: 1 annotation uses it',
    'View: attribute “Note” stays, retired: 1 annotation uses it',
    'Layer “Fact” stays, retired: 1 annotation uses it'
  ])
  expect(saveDraft(adopted, codebook, used, now).ok).toBe(true)
})

test('every offered colour is seen on the light and on the dark page', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  for (const { colour, name } of offeredColours) expect(contrastProblem(colour), name).toBeNull()
  expect(contrastProblem('#ffff00')).toBe('Hard to see on the light page.')
  expect(contrastProblem('#101010')).toBe('Hard to see on the dark page.')
})
