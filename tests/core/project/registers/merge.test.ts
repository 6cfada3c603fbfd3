import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, emptyRowState } from '../../../../src/core/history/apply'
import { changeSetSchema, type Edit, type RowChange } from '../../../../src/core/history/change-set'
import { invert } from '../../../../src/core/history/invert'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import {
  annotationSchema,
  type Actor,
  type Annotation,
  type Case,
  type Issue
} from '../../../../src/core/project/entities'
import type { IssueId } from '../../../../src/core/project/ids'
import { deleteActor, deleteCase, deleteIssue } from '../../../../src/core/project/registers/delete-entry'
import { mergeActors, mergeCases, mergeIssues } from '../../../../src/core/project/registers/merge'
import { countCharges, indexMentions } from '../../../../src/core/project/registers/mentions'
import { newActor, newCase, newCharge, newIssue } from '../../../../src/core/project/registers/new-entries'

const now = '2026-01-02T00:00:00.000Z'
const then = '2026-01-01T00:00:00.000Z'
const projectId = 'p' as never
const codebook = builtInCodebook

function annotation(id: string, layer: string, attributes: object): Annotation {
  return annotationSchema.parse({
    id,
    projectId,
    articleId: 'a',
    revision: 1,
    layer,
    spans: [{ role: 'content', startUtf16: 0, endUtf16: 1, quote: 'x' }],
    attributes,
    memo: '',
    confidence: null,
    annotatorId: 'me',
    origin: 'manual',
    createdAt: then,
    updatedAt: then
  })
}

const actorId = fc.constantFrom('one', 'two', 'three')
const party = fc.record({ role: fc.constantFrom('defendant', 'judge'), actor: actorId })
const attributes = fc.oneof(
  fc.record({ claimant: fc.oneof(actorId, fc.constant('article')) }).map(a => ['claim', a] as const),
  fc
    .record(
      { holder: actorId, issue: fc.constantFrom('i1', 'i2'), role: fc.constant('judge') },
      { requiredKeys: [] }
    )
    .map(a => ['perspective', a] as const),
  fc
    .record(
      { parties: fc.array(party, { maxLength: 5 }), case: fc.constantFrom('c1', 'c2') },
      { requiredKeys: [] }
    )
    .map(a => ['legal-event', a] as const),
  // A layer that the codebook has lost: its parties still name actors.
  fc.record({ others: fc.array(party, { minLength: 1, maxLength: 3 }) }).map(a => ['gone', a] as const)
)
const charge = fc.record({
  statute: fc.constantFrom('1', '2'),
  description: fc.constant(''),
  counts: fc.option(fc.nat(3)),
  defendants: fc.uniqueArray(actorId) as fc.Arbitrary<never[]>
})
const text = fc.constantFrom('', 'x', 'y')
const register = fc.record({
  annotations: fc
    .array(attributes, { maxLength: 12 })
    .map(list => list.map(([layer, values], i) => annotation(`n${i}`, layer, values))),
  cases: fc
    .tuple(fc.array(charge, { maxLength: 4 }), fc.array(charge, { maxLength: 4 }), text)
    .map(([first, second, court]): Case[] => [
      { ...newCase('c1', projectId, 'First'), charges: first },
      { ...newCase('c2', projectId, 'Second'), charges: second, court }
    ]),
  actors: fc
    .array(
      fc.record({
        aliases: fc.uniqueArray(fc.constantFrom('A', 'B', 'one', 'two')),
        role: text,
        affiliation: text
      }),
      { minLength: 3, maxLength: 3 }
    )
    .map(list =>
      list.map((row, i): Actor => {
        const name = ['one', 'two', 'three'][i]!
        return { ...newActor(name, projectId, name), ...row }
      })
    ),
  issues: fc
    .tuple(fc.constantFrom(undefined, 'i2', 'i4'), fc.constantFrom(undefined, 'i2'), fc.boolean())
    .map(
      ([first, third, isSecondPart]) =>
        // One level: the second is a part itself only while it has none.
        [
          issue('i1', first),
          issue('i2', isSecondPart && first !== 'i2' && third === undefined ? 'i4' : undefined),
          issue('i3', third),
          issue('i4', undefined)
        ] as const
    )
})

function issue(id: string, partOf: string | undefined): Issue {
  const row = newIssue(id, projectId, `Was it ${id}?`)
  return partOf === undefined ? row : { ...row, partOf: partOf as IssueId }
}

type Register = typeof register extends fc.Arbitrary<infer T> ? T : never

function before({ annotations, cases, actors, issues }: Register) {
  const rows: RowChange[] = [
    ...annotations.map(after => ({ table: 'annotations' as const, id: after.id, before: null, after })),
    ...cases.map(after => ({ table: 'cases' as const, id: after.id, before: null, after })),
    ...actors.map(after => ({ table: 'actors' as const, id: after.id, before: null, after })),
    ...issues.map(after => ({ table: 'issues' as const, id: after.id, before: null, after }))
  ]
  return applied(emptyRowState(), rows)
}

function applied(state: ReturnType<typeof emptyRowState>, changes: readonly RowChange[]) {
  const result = applyChanges(state, changes)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const edits: [string, string, (data: Register) => Edit][] = [
  [
    'merging actors',
    'two',
    data => mergeActors({ kept: data.actors[0]!, merged: data.actors[1]!, codebook, now, ...data })
  ],
  [
    'merging issues',
    'i2',
    data => mergeIssues({ kept: data.issues[0], merged: data.issues[1], codebook, now, ...data })
  ],
  [
    'merging cases',
    'c2',
    data => mergeCases({ kept: data.cases[0]!, merged: data.cases[1]!, codebook, now, ...data })
  ],
  ['deleting an actor', 'two', data => deleteActor(data.actors[1]!, { codebook, ...data }, now)],
  ['deleting an issue', 'i2', data => deleteIssue(data.issues[1], { codebook, ...data }, now)],
  ['deleting a case', 'c2', data => deleteCase(data.cases[1]!, { codebook, ...data }, now)]
]

describe.each(edits)('%s', (_what, gone, edit) => {
  test('changes each row once, leaves nothing that names what is gone, and is taken back whole', () => {
    fc.assert(
      fc.property(register, data => {
        const state = before(data)
        const { changes } = edit(data)
        expect(new Set(changes.map(change => `${change.table} ${change.id}`)).size).toBe(changes.length)
        for (const change of changes) changeSetSchema.shape.changes.element.parse(change)
        const after = applied(state, changes)
        const values = [...after.annotations.values()].map(row => row.attributes)
        const defendants = [...after.cases.values()].flatMap(row =>
          row.charges.flatMap(item => item.defendants)
        )
        const wholes = [...after.issues.values()].map(row => row.partOf)
        expect(JSON.stringify([values, defendants, wholes])).not.toContain(`"${gone}"`)
        for (const whole of wholes)
          if (whole !== undefined) expect(after.issues.get(whole)?.partOf).toBeUndefined()
        expect(applied(after, invert(changes))).toEqual(state)
      })
    )
  })
})

describe('merging actors', () => {
  test('never loses a name: all names before are names after', () => {
    fc.assert(
      fc.property(register, ({ actors, ...rows }) => {
        const [kept, merged] = [actors[0]!, actors[1]!]
        const { changes } = mergeActors({ kept, merged, codebook, now, ...rows })
        const after = changes.find(change => change.id === kept.id)!.after as Actor
        for (const name of [kept.name, merged.name, ...kept.aliases, ...merged.aliases])
          expect([after.name, ...after.aliases]).toContain(name)
        expect(new Set(after.aliases).size).toBe(after.aliases.length)
      })
    )
  })

  const kept = { ...newActor('one', projectId, 'Michael Lacey'), role: 'Founder' }
  const merged: Actor = {
    ...newActor('two', projectId, 'M. Lacey'),
    role: 'Owner',
    affiliation: 'New Times',
    colour: '#1f5fb8'
  }

  test('fills what is empty and leaves what is not', () => {
    const { changes } = mergeActors({ kept, merged, codebook, annotations: [], cases: [], issues: [], now })
    expect(changes[0]?.after).toEqual({
      ...kept,
      aliases: ['M. Lacey'],
      role: 'Founder',
      affiliation: 'New Times',
      colour: '#1f5fb8'
    })
  })

  test('parties and defendants that become one stand once; other roles stay', () => {
    const parties = [
      { role: 'defendant', actor: 'two' },
      { role: 'judge', actor: 'three' },
      { role: 'defendant', actor: 'one' },
      { role: 'witness', actor: 'two' }
    ]
    const row = annotation('n', 'legal-event', { parties })
    const trial: Case = {
      ...newCase('c', projectId, 'Trial'),
      charges: [{ ...newCharge(), defendants: ['two', 'one', 'three'] as never[] }]
    }
    const { changes } = mergeActors({
      kept,
      merged,
      codebook,
      annotations: [row],
      cases: [trial],
      issues: [],
      now
    })
    const after = changes.map(change => change.after)
    expect(after[1]).toMatchObject({
      attributes: {
        parties: [
          { role: 'defendant', actor: 'one' },
          { role: 'judge', actor: 'three' },
          { role: 'witness', actor: 'one' }
        ]
      },
      updatedAt: now
    })
    expect(after[2]).toMatchObject({ charges: [{ defendants: ['one', 'three'] }] })
  })

  test('the article’s own voice is nobody’s, even if an actor had that id', () => {
    const odd = newActor('article', projectId, 'Odd')
    const row = annotation('n', 'claim', { claimant: 'article' })
    const { changes } = mergeActors({
      kept,
      merged: odd,
      codebook,
      annotations: [row],
      cases: [],
      issues: [],
      now
    })
    expect(changes.map(change => change.table)).toEqual(['actors', 'actors'])
  })

  test('with itself changes nothing', () => {
    expect(
      mergeActors({ kept, merged: kept, codebook, annotations: [], cases: [], issues: [], now }).changes
    ).toEqual([])
  })
})

test('mentions are counted once an annotation, charges apart', () => {
  const rows = [
    annotation('n1', 'perspective', { holder: 'one' }),
    annotation('n2', 'legal-event', {
      parties: [
        { role: 'defendant', actor: 'one' },
        { role: 'witness', actor: 'one' }
      ]
    }),
    annotation('n3', 'claim', { claimant: 'article', normalized: 'one' })
  ]
  const index = indexMentions(rows, codebook, 'actor')
  expect([...index].map(([id, list]) => [id, list.map(row => row.id)])).toEqual([['one', ['n1', 'n2']]])
  const trial = {
    ...newCase('c', projectId, 'Trial'),
    charges: [{ ...newCharge(), defendants: ['one'] as never[] }]
  }
  expect(countCharges('one', [trial, newCase('d', projectId, 'Other')])).toBe(1)
})
