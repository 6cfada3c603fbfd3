import { describe, expect, test } from 'vitest'
import { describeChange, type HistoryNames } from '../../../src/core/history/describe-change'
import type { RowChange } from '../../../src/core/history/change-set'
import type { Annotation } from '../../../src/core/project/entities'
import { annotation, codebook, revision, span, text } from '../problems/checked-article'

const names: HistoryNames = {
  codebook,
  actorName: id => (id === 'ana' ? 'Ana Lopez' : undefined),
  issueName: id => (id === 'why' ? 'Was it right?' : undefined),
  caseName: () => undefined,
  annotatorName: () => 'Me',
  articleTitle: () => 'The hall',
  annotationName: id => (id === 'n' ? 'never safe' : undefined)
}

const view = annotation('n', 'perspective', 'never safe to use', { stance: 'unclear' })
const changed = (patch: Partial<Annotation> & { placement?: 'moved' }, before = view): RowChange => ({
  table: 'annotations',
  id: 'n',
  before,
  after: { ...before, ...patch, updatedAt: '2026-02-02T00:00:00.000Z' }
})
const moved = { ...view, placement: 'moved' } as Annotation
const relation = { id: 'r', projectId: 'p', type: 'supports', from: 'n', to: 'm', annotatorId: 'me' } as never
const actor = { id: 'x', projectId: 'p', name: 'Ana', kind: 'person', aliases: [], role: '', affiliation: '' }

describe('a change of an annotation reads', () => {
  const cases: [string, RowChange, string[]][] = [
    [
      'an attribute that was another',
      changed({ attributes: { stance: 'opposes' } }),
      ['Stance: Unclear → Opposes']
    ],
    [
      'an attribute that was empty',
      changed({ attributes: { stance: 'unclear', holder: 'ana' } }),
      ['Holder: Ana Lopez']
    ],
    ['an attribute that is empty now', changed({ attributes: {} }), ['Stance cleared (was Unclear)']],
    [
      'several, in the order of the codebook',
      changed({ attributes: { frames: ['morality', 'political'], issue: 'why' } }),
      ['Issue: Was it right?', 'Stance cleared (was Unclear)', 'Frames: Morality, Political']
    ],
    [
      'an attribute nobody knows any more',
      changed({ attributes: { stance: 'unclear', tone: 'calm' } }),
      ['tone: calm']
    ],
    ['a memo', changed({ memo: 'Look again' }), ['Memo written: “Look again”']],
    ['a memo that is another', changed({ memo: 'b' }, { ...view, memo: 'a' }), ['Memo edited: “b”']],
    ['a memo that is gone', changed({ memo: '' }, { ...view, memo: 'a' }), ['Memo cleared']],
    [
      'other boundaries',
      changed({ spans: [span('never safe')] }),
      ['Passage: “never safe to use” → “never safe”']
    ],
    ['a part that came', changed({ spans: [...view.spans, span('She', 'source')] }), ['Source added: “She”']],
    [
      'a part that went',
      changed({ spans: view.spans }, { ...view, spans: [...view.spans, span('said', 'cue')] }),
      ['Cue removed: “said”']
    ],
    [
      'another layer',
      changed({ layer: 'claim' as never, attributes: {} }),
      ['Layer: Perspective → Claim', 'Stance cleared (was Unclear)']
    ],
    [
      'a corrected text further up: the words are the same',
      changed({ revision: 2, spans: [{ ...view.spans[0]!, startUtf16: 1, endUtf16: 18 }] }),
      ['Text: revision 1 → 2']
    ],
    ['a place found again', changed({ placement: 'moved' }), ['Found again by its surroundings']],
    ['a place confirmed', { ...changed({}), before: moved } as RowChange, ['Place confirmed']],
    ['only another time', changed({}), []],
    [
      'a new one',
      { table: 'annotations', id: 'n', before: null, after: view },
      ['Perspective “never safe to use”', 'Stance: Unclear']
    ],
    [
      'one that is gone',
      { table: 'annotations', id: 'n', before: view, after: null },
      ['Perspective “never safe to use” deleted']
    ]
  ]
  test.each(cases)('%s', (_, change, lines) => {
    expect(describeChange(change, names)).toEqual(lines)
  })

  test('a long passage by the end that changed', () => {
    const long = text.slice(0, 100)
    const [line] = describeChange(
      changed({ spans: [span(long.slice(0, 90))] }, { ...view, spans: [span(long)] }),
      names
    )
    expect(line).toMatch(/^Passage: “….+” → “….+”$/)
    expect(line!.length).toBeLessThan(100)
  })
})

describe('a change of anything else reads', () => {
  const cases: [string, RowChange, string[]][] = [
    [
      'a relation',
      { table: 'relations', id: 'r', before: null, after: relation },
      ['“never safe” supports “deleted annotation”']
    ],
    [
      'a relation that is gone',
      { table: 'relations', id: 'r', before: relation, after: null },
      ['No longer: “never safe” supports “deleted annotation”']
    ],
    [
      'a relation of another type',
      {
        table: 'relations',
        id: 'r',
        before: relation,
        after: { ...(relation as object), type: 'disputes' } as never
      },
      ['Relation: supports → disputes']
    ],
    ['a new actor', { table: 'actors', id: 'x', before: null, after: actor as never }, ['Actor “Ana”']],
    [
      'a renamed actor',
      {
        table: 'actors',
        id: 'x',
        before: actor as never,
        after: { ...actor, name: 'Ana Lopez', aliases: ['Ana'] } as never
      },
      ['Actor “Ana Lopez”', 'Name: Ana → Ana Lopez', 'Aliases: Ana']
    ],
    [
      'a removed actor',
      { table: 'actors', id: 'x', before: actor as never, after: null },
      ['Actor “Ana” removed']
    ],
    [
      'a codebook',
      { table: 'codebooks', id: 'c', before: codebook, after: { ...codebook, version: 2, layers: [] } },
      [`Codebook “${codebook.title}”`, 'Version: 1 → 2', 'Layers changed']
    ],
    ['a new text', { table: 'revisions', id: 'r1', before: null, after: revision }, ['Text, revision 1']]
  ]
  test.each(cases)('%s', (_, change, lines) => {
    expect(describeChange(change, names)).toEqual(lines)
  })
})
