import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conllFormat } from '../../../../src/core/formats/conll/conll-format'
import { withoutOverlaps } from '../../../../src/core/formats/conll/without-overlaps'
import type { FormatIssue } from '../../../../src/core/formats/format'
import type { Annotation } from '../../../../src/core/project/entities'
import { goldenProject } from '../../../fixtures/golden-project'
import { writeAll } from '../in-memory'

const { files, issues } = writeAll(conllFormat, goldenProject())
const textOf = (layer: string) =>
  new TextDecoder().decode(files.find(file => file.name.endsWith(`.${layer}.conll`))?.bytes)

/** Rows of a file as tokens with their tags; null between sentences. */
const rowsOf = (layer: string) =>
  textOf(layer)
    .split('\n')
    .map(line => (line === '' ? null : (line.split(' ') as [string, string])))

describe('the golden project', () => {
  test('has a file for each layer, with two columns and no token in pieces', () => {
    expect(files.map(file => file.name.split('.').at(-2))).toEqual(['claim', 'perspective', 'legal-event'])
    for (const layer of ['claim', 'perspective', 'legal-event'])
      for (const row of rowsOf(layer)) if (row !== null) expect(row).toHaveLength(2)
  })

  test('begins each passage with B, goes on with I, and never goes on where nothing began', () => {
    for (const layer of ['claim', 'perspective', 'legal-event']) {
      let last = 'O'
      for (const row of rowsOf(layer)) {
        if (row === null) continue
        const [, tag] = row
        if (tag.startsWith('I-')) expect(last).toMatch(/^[BI]-/)
        last = tag
      }
    }
    const claims = rowsOf('claim').flatMap(row => (row?.[1].startsWith('B-') === true ? [row[0]] : []))
    expect(claims).toEqual(['👩‍👩‍👧‍👦', 'they', 'silence'])
  })

  test('says which annotation gave way to another', () => {
    expect(issues).toContainEqual(expect.objectContaining({ place: 'annotations["overlap"]' }))
  })
})

describe('of overlapping passages the first is kept', () => {
  const [first] = goldenProject().annotations
  const tagged = (spans: readonly (readonly [number, number])[]): Annotation => ({
    ...first!,
    spans: spans.map(([startUtf16, endUtf16]) => ({ role: 'content', startUtf16, endUtf16, quote: '-' }))
  })

  test('and of two that begin together the longer, each with all its pieces or none', () => {
    const rows = [[[5, 6]], [[0, 2]], [[0, 3], [8, 9]], [[3, 4], [8, 10]], [[3, 5]], [[9, 10]]] as const // prettier-ignore
    const issues: FormatIssue[] = []
    const kept = withoutOverlaps(rows.map(tagged), 10, issues)
    expect(kept.map(({ startUtf16, endUtf16 }) => [startUtf16, endUtf16])).toEqual([
      ...[[0, 3], [3, 5], [5, 6], [8, 9], [9, 10]] // prettier-ignore
    ])
    expect(issues).toHaveLength(2)
  })

  // Each was compared with all that were kept before it.
  test('of 100,000 at once', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => {
      const start = Math.floor(at / 2) * 3
      return tagged([[start, start + 2 - (at % 2)]])
    })
    const begun = performance.now()
    expect(withoutOverlaps(rows, 150_000, [])).toHaveLength(50_000)
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})

const hasNltk = existsSync('/usr/lib/python3/dist-packages/nltk')

// NLTK's reader is what people load these files with.
test.skipIf(!hasNltk)('NLTK reads every file: python3-nltk has to be installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-conll-'))
  try {
    for (const file of files) writeFileSync(join(folder, file.name), file.bytes)
    const script = [
      'import sys, json',
      'from nltk.corpus.reader import ConllCorpusReader',
      'reader = ConllCorpusReader(sys.argv[1], r".*[.]conll", ("words", "pos"))',
      'print(json.dumps({name: [list(pair) for pair in reader.tagged_words(name)] for name in reader.fileids()}))'
    ].join('\n')
    const env = { ...process.env, PYTHONUTF8: '1' }
    const read = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', script, folder], { encoding: 'utf8', env })
    ) as Record<string, [string, string][]>
    for (const [name, rows] of Object.entries(read)) {
      const own = rowsOf(name.split('.').at(-2) ?? '').filter(row => row !== null)
      expect(rows.filter(([token]) => token !== '-DOCSTART-')).toEqual(
        own.filter(([token]) => token !== '-DOCSTART-')
      )
    }
    expect(Object.keys(read)).toHaveLength(3)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
