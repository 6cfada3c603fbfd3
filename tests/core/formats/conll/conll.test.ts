import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conllFormat } from '../../../../src/core/formats/conll/conll-format'
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
