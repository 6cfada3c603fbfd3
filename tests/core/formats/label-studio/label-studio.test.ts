import { describe, expect, test } from 'vitest'
import { labelStudioFormat } from '../../../../src/core/formats/label-studio/label-studio-format'
import { taskSchema } from '../../../../src/core/formats/label-studio/label-studio-schema'
import { goldenProject } from '../../../fixtures/golden-project'
import { readContext, toSource, writeAll } from '../in-memory'

const read = (tasks: unknown) =>
  labelStudioFormat.read!([toSource('export.json', JSON.stringify(tasks))], readContext())

describe('what is written', () => {
  const { files } = writeAll(labelStudioFormat, goldenProject())
  const [tasks, config] = files.map(file => new TextDecoder().decode(file.bytes)) as [string, string]

  test('is a list of tasks whose regions cover their words', () => {
    const [task] = JSON.parse(tasks) as { data: { text: string }; annotations: { result: Result[] }[] }[]
    expect(taskSchema.safeParse(task).success).toBe(true)
    const points = [...task!.data.text]
    for (const { type, value } of task!.annotations[0]!.result)
      if (type === 'labels') expect(points.slice(value.start, value.end).join('')).toBe(value.text)
  })

  // Label Studio refuses results whose control the configuration lacks, or whose value it does not offer.
  test('names only controls, labels, choices and relations that its configuration has', () => {
    const [task] = JSON.parse(tasks) as { annotations: { result: Result[] }[] }[]
    const has = (what: string) => expect(config).toContain(what)
    for (const { type, from_name, value, labels } of task!.annotations[0]!.result) {
      if (type === 'relation') for (const label of labels ?? []) has(`<Relation value="${label}"/>`)
      else has(` name="${from_name}" toName="text"`)
      for (const label of value?.labels ?? []) has(`<Label value="${label}"`)
      for (const choice of value?.choices ?? []) has(`<Choice value="${choice}"/>`)
    }
    expect(config.match(/perRegion="true"/g)?.length).toBeGreaterThan(20)
  })
})

interface Result {
  type: string
  from_name: string
  labels?: string[]
  value: { start: number; end: number; text: string; labels?: string[]; choices?: string[] }
}

const region = (id: string, start: number, end: number, text: string, label = 'PER') => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text, labels: [label] }
})

describe('exports by other hands', () => {
  // Whose work a region is must not depend on the ids that two people's editors happened to give.
  test('the same region id in the work of two annotators is two annotations', () => {
    const work = (completed_by: unknown, more: object = {}) => ({
      result: [region('a', 0, 3, 'Ana')],
      completed_by,
      ...more
    })
    const annotations = [work(7), work({ email: 'bo@example.org' }), work(9, { was_cancelled: true })]
    const result = read([{ data: { text: 'Ana spoke.' }, annotations, predictions: [{}] }])
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations).toHaveLength(2)
    expect(result.value.data.annotators.map(row => row.name)).toEqual(['Annotator 7', 'bo@example.org'])
    expect(result.value.issues).toHaveLength(2)
  })

  test('a relation that does not say what it is, is left out and said', () => {
    const link = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' }
    const result = [region('a', 0, 3, 'Ana'), region('b', 4, 9, 'spoke'), link]
    expect(read([{ data: { text: 'Ana spoke.' }, annotations: [{ result }] }])).toMatchObject({
      ok: true,
      value: { data: { relations: [] }, issues: [{}] }
    })
  })

  test.each([
    ['code points, as today', 2, 5],
    ['UTF-16 units, as before', 3, 6]
  ])('offsets in %s, are told by the words', (_, start, end) => {
    const result = read([
      { data: { text: '😀 Ana spoke' }, annotations: [{ result: [region('a', start, end, 'Ana')] }] }
    ])
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations[0]?.spans[0]?.quote).toBe('Ana')
  })

  test('choices, ratings and relations of regions are taken in', () => {
    const said = (type: string, from_name: string, value: object) => ({
      id: 'a',
      type,
      from_name,
      to_name: 'text',
      value
    })
    const results = [
      region('a', 0, 3, 'Ana'),
      region('b', 13, 15, 'Bo'),
      said('choices', 'mood', { choices: ['calm'] }),
      said('rating', 'stars', { rating: 4 }),
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['supports'] },
      { id: 'c', type: 'rectanglelabels', from_name: 'box', value: { x: 1 } }
    ]
    const result = read([{ data: { article: 'Ana spoke to Bo.' }, annotations: [{ result: results }] }])
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations[0]?.attributes).toEqual({ mood: 'calm', stars: 4 })
    expect(result.value.data.relations).toMatchObject([{ type: 'supports' }])
    expect(result.value.issues).toHaveLength(1)
  })

  test.each([
    [
      [{ data: { text: 'Ana' }, annotations: [{ result: [region('a', 0, 9, 'Ana')] }] }],
      'offset-outside-text'
    ],
    [[{ data: { text: 'Ana' }, annotations: [{ result: [region('a', 0, 3, 'Bob')] }] }], 'quote-differs'],
    [[{ data: { image: 1 } }], 'no-text'],
    [[{ annotations: [] }], 'wrong-shape'],
    // JSON-MIN: what was said of a task stands beside its data, without ids and relations.
    [
      [{ id: 1, text: 'Ana', label: [{ start: 0, end: 3, labels: ['PER'] }], annotation_id: 1 }],
      'short-export'
    ]
  ])('%j is refused', (tasks, code) => {
    expect(read(tasks)).toMatchObject({ ok: false, error: { code } })
  })
})
