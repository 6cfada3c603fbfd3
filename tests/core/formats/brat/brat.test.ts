import { describe, expect, test } from 'vitest'
import { bratFormat } from '../../../../src/core/formats/brat/brat-format'
import { goldenProject } from '../../../fixtures/golden-project'
import { readContext, toSource, writeAll } from '../in-memory'

const read = (txt: string, ann: string) =>
  bratFormat.read!([toSource('doc.txt', txt), toSource('doc.ann', ann)], readContext())

/** What brat's own server checks when it opens a document (annotation.py): ids once, places inside, words equal. */
function checkAnn(txt: string, ann: string): void {
  const points = [...txt]
  const ids = new Set<string>()
  const lines = ann.split('\n').filter(line => line !== '')
  for (const line of lines) {
    const [id = '', middle = '', text = ''] = line.split('\t')
    expect(ids.has(id), id).toBe(false)
    ids.add(id)
    if (!id.startsWith('T')) continue
    const places = middle.slice(middle.indexOf(' ') + 1).split(';')
    const pieces = places.map(place => place.split(' ').map(Number) as [number, number])
    pieces.forEach(([start, end], at) => {
      expect(start).toBeLessThan(end)
      if (at > 0) expect(start).toBeGreaterThan(pieces[at - 1]![1])
    })
    const covered = pieces.map(([start, end]) => points.slice(start, end).join(''))
    expect(covered.join(' ')).toBe(text)
    expect(covered.join('')).not.toContain('\n')
  }
  for (const line of lines)
    for (const [, target] of line.matchAll(/(?:^[A#]\S+\t\S+ |:)([TE]\d+)/g)) expect(ids).toContain(target)
}

test('the golden project stands as brat wants it', () => {
  const { files } = writeAll(bratFormat, goldenProject())
  const textOf = (extension: string) =>
    new TextDecoder().decode(files.find(file => file.name.endsWith(extension))?.bytes)
  checkAnn(textOf('.txt'), textOf('.ann'))
  expect(files.map(file => file.name.replace(/^.*\./, '.'))).toEqual(['.ann', '.txt', '.conf', '.conf'])
})

describe('a corpus by other hands', () => {
  const txt = 'Barack Obama was born in Hawaii.\nHe left 😀 early.'
  const ann = [
    'T1\tPerson 0 12\tBarack Obama',
    'T2\tGPE 25 31\tHawaii',
    'T3\tBe-Born 13 21\twas born',
    'T4\tPerson 33 35;36 40\tHe left',
    'E1\tBe-Born:T3 Person:T1 Place:T2',
    'A1\tNegation E1',
    'A2\tTense E1 Past',
    'N1\tReference T1 Wikidata:Q76\tBarack Obama',
    'R1\tRephrases Arg1:T1 Arg2:T4',
    '*\tEquiv T1 T4',
    '#1\tAnnotatorNotes E1\tC:\\new, really'
  ].join('\r\n')

  test('entities, events, attributes, references and notes are taken in', () => {
    const result = read(txt, ann)
    if (!result.ok) throw new Error(result.error.message)
    const { annotations, codebook, relations } = result.value.data
    expect(codebook.layers.map(layer => layer.name)).toEqual(['Be-Born', 'Person', 'GPE'])
    const [born, obama] = annotations
    expect(born).toMatchObject({ layer: 'be-born', memo: 'C:\\new, really' })
    expect(born?.attributes).toEqual({ negation: true, tense: 'Past' })
    expect(born?.spans.map(span => [span.role, span.quote])).toEqual([
      ['content', 'was born'],
      ['person', 'Barack Obama'],
      ['place', 'Hawaii']
    ])
    expect(obama?.attributes).toEqual({ reference: 'Wikidata:Q76 Barack Obama' })
    expect(relations).toMatchObject([{ type: 'rephrases' }])
    expect(result.value.issues).toMatchObject([{ place: 'doc.ann, line 10' }])
  })

  test('notes and attributes of what cannot hold them are said; those of a trigger are its event’s', () => {
    const more = ['#2\tAnnotatorNotes R1\tSure?', '#3\tAnnotatorNotes T99\tLost', 'A3\tTense R1 Past']
    const result = read(txt, [ann, ...more, '#4\tAnnotatorNotes T3\tOf the trigger'].join('\n'))
    if (!result.ok) throw new Error(result.error.message)
    const { data, issues } = result.value
    expect(data.annotations[0]?.memo).toBe('C:\\new, really\nOf the trigger')
    expect(issues.map(({ place }) => place)).toEqual([
      'doc.ann, line 10',
      'doc.ann, line 12',
      'doc.ann, line 14',
      'doc.ann, line 13'
    ])
  })

  test.each([
    ['T1 Person 0 12\tBarack', 'wrong-line', 'doc.ann, line 1'],
    ['T1\tPerson 0 12\tMichelle Obama', 'quote-differs', 'doc.ann, line 1'],
    ['T1\tPerson 0 400\tBarack', 'quote-differs', 'doc.ann, line 1'],
    ['\nE1\tBorn:T9', 'dangling-id', 'doc.ann, line 2'],
    ['R1\tSupports Arg1:T1', 'wrong-line', 'doc.ann, line 1'],
    ['?\tnonsense', 'wrong-line', 'doc.ann, line 1']
  ])('%j is refused with its place', (line, code, place) => {
    expect(read(txt, line)).toMatchObject({ ok: false, error: { code, place } })
  })

  test('an annotation file without its text is refused', () => {
    const files = [toSource('a.txt', 'Text'), toSource('b.ann', 'T1\tX 0 4\tText')]
    expect(bratFormat.read!(files, readContext())).toMatchObject({
      ok: false,
      error: { code: 'missing-text', place: 'b.ann' }
    })
  })
})
