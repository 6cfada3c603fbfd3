import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../../src/core/project/entities'
import {
  annotationPairs,
  compareProjects,
  isDiffering,
  summariseDifference
} from '../../../../src/renderer/features/backups/compare-projects'
import {
  annotationDifferences,
  rowDifferences,
  spellAttributes
} from '../../../../src/renderer/features/backups/spell-differences'
import { actor, annotation, article, revision, stateWith } from './stand-ins'

const at = (startUtf16: number, quote = 'words') => ({
  spans: [{ role: 'content', startUtf16, endUtf16: startUtf16 + quote.length, quote }]
})

describe('two projects beside each other', () => {
  const before = stateWith({
    articles: [article('Kept'), article('Gone'), article('Same'), article('Edited')],
    revisions: [revision('Kept', 'old'), revision('Same', 'text'), revision('Edited', 'text')],
    annotations: [
      annotation('stays', 'Kept', at(10)),
      annotation('goes', 'Kept', at(20)),
      annotation('changes', 'Kept', { ...at(30), memo: 'a' }),
      annotation('quiet', 'Same')
    ],
    actors: [actor('ann', 'Ann'), actor('ben', 'Ben')]
  })
  const now = stateWith({
    articles: [
      article('Same'),
      article('New'),
      article('Kept'),
      article('Edited', { outlet: 'Commons', updatedAt: '2026-02-02T00:00:00.000Z' })
    ],
    revisions: [revision('Kept', 'new'), revision('Same', 'text'), revision('Edited', 'text')],
    annotations: [
      annotation('changes', 'Kept', { ...at(30), memo: 'b' }),
      annotation('stays', 'Kept', at(10)),
      annotation('comes', 'Kept', at(5)),
      annotation('quiet', 'Same')
    ],
    actors: [actor('ann', 'Anna'), actor('cho', 'Cho')]
  })
  const compared = compareProjects(before, now)

  test('articles of both, with the counts of both and what differs', () => {
    const facts = compared.articles.map(row => [
      row.title,
      row.status,
      `${row.annotationsBefore} → ${row.annotationsNow}`,
      row.differing,
      row.isTextEqual,
      isDiffering(row)
    ])
    expect(facts).toEqual([
      ['Edited', 'changed', '0 → 0', 0, true, true],
      ['Gone', 'removed', '0 → 0', 0, null, true],
      ['Kept', 'same', '3 → 3', 3, false, true],
      ['New', 'added', '0 → 0', 0, null, true],
      ['Same', 'same', '1 → 1', 0, true, false]
    ])
  })

  test('the annotations of an article stand in text order, each beside its other self', () => {
    const pairs = annotationPairs(compared, 'Kept').map(pair => [
      pair.id,
      pair.status,
      pair.before?.memo ?? null,
      pair.now?.memo ?? null
    ])
    expect(pairs).toEqual([
      ['comes', 'added', null, ''],
      ['stays', 'same', '', ''],
      ['goes', 'removed', '', null],
      ['changes', 'changed', 'a', 'b']
    ])
  })

  test('what belongs to no article is listed by itself', () => {
    expect(compared.others.map(({ table, id, status }) => [table, id, status])).toEqual([
      ['actors', 'cho', 'added'],
      ['actors', 'ben', 'removed'],
      ['actors', 'ann', 'changed']
    ])
  })

  test('a summary counts what a person knows by name', () => {
    expect(summariseDifference(compared.difference)).toBe(
      '1 annotation added, 1 removed, 1 changed; 1 article added, 1 removed, 1 changed; 1 text changed; ' +
        '1 actor added, 1 removed, 1 changed'
    )
    expect(summariseDifference(compareProjects(before, before).difference)).toBe('')
  })

  test("an article's details are spelled old and new, without the time of the change", () => {
    const { before: old, now: present } = compared.articles[0]!
    expect(rowDifferences(old!, present!, compared)).toEqual([{ name: 'Outlet', before: '', now: 'Commons' }])
  })
})

describe('what differs in an annotation, in words', () => {
  const sides = compareProjects(
    stateWith({ actors: [actor('ann', 'Ann'), actor('twin', 'Cho')] }),
    stateWith({ actors: [actor('ann', 'Anna'), actor('cho', 'Cho')] })
  )
  type Facts = Partial<Record<keyof Annotation, unknown>>
  const cases: { why: string; before: Facts; now: Facts; said: string[] }[] = [
    {
      why: 'an option by its name, each side with its own registers',
      before: { attributes: { stance: 'opposes', holder: 'twin' } },
      now: { attributes: { stance: 'supports', holder: 'ann' } },
      said: ['Holder: Cho → Anna', 'Stance: Opposes → Supports']
    },
    {
      why: 'not set is empty',
      before: { attributes: { holder: 'ann' } },
      now: { memo: 'Ask again', confidence: 0 },
      said: ['Holder: Ann → ', 'Memo:  → Ask again', 'Certainty:  → 0']
    },
    {
      why: 'two actors of one name are told by their ids',
      before: { attributes: { holder: 'twin' } },
      now: { attributes: { holder: 'cho' } },
      said: ['Holder: "twin" → "cho"']
    },
    {
      why: 'a layer, and attributes that only one of the two has',
      before: { layer: 'perspective', attributes: { stance: 'mixed' } },
      now: { layer: 'legal-event', attributes: { counts: { charged: 3, acquitted: 1 } } },
      said: ['Layer: Perspective → Legal event', 'Stance: Mixed → ', 'Counts:  → 3 charged, 1 acquitted']
    },
    {
      why: 'parties with role and name',
      before: { layer: 'legal-event', attributes: {} },
      now: { layer: 'legal-event', attributes: { parties: [{ role: 'judge', actor: 'cho' }] } },
      said: ['Parties:  → Judge: Cho']
    },
    {
      why: 'other words',
      before: at(10, 'a notice board'),
      now: at(10, 'a notice'),
      said: ['Passage: “a notice board” → “a notice”']
    },
    {
      why: 'the same words at another place',
      before: at(10),
      now: at(12),
      said: ['Passage: content 10–15 → content 12–17']
    },
    {
      why: 'an attribute the codebook does not know',
      before: { attributes: { tone: 'calm' } },
      now: { attributes: { tone: 'loud' } },
      said: ['tone: calm → loud']
    }
  ]
  test.each(cases)('$why', ({ before, now, said }) => {
    const differences = annotationDifferences(annotation('x', 'A', before), annotation('x', 'A', now), sides)
    expect(differences.map(({ name, before, now }) => `${name}: ${before} → ${now}`)).toEqual(said)
  })

  // A row that counts as changed must never be shown without a reason.
  test('at least the time of the change', () => {
    const touched = annotation('x', 'A', { updatedAt: '2026-11-02T00:00:00.000Z' })
    const [difference] = annotationDifferences(annotation('x', 'A'), touched, sides)
    expect(difference?.name).toBe('Last change')
  })

  test('what is only on one side says all that it holds', () => {
    const alone = annotation('x', 'A', { attributes: { stance: 'supports', holder: 'ann' } })
    expect(spellAttributes(alone, sides.now)).toEqual([
      { name: 'Holder', value: 'Anna' },
      { name: 'Stance', value: 'Supports' }
    ])
  })
})
