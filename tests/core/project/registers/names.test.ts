import { describe, expect, test } from 'vitest'
import { foldName } from '../../../../src/core/project/registers/fold-name'
import { jaroWinkler } from '../../../../src/core/project/registers/jaro-winkler'
import {
  comparableName,
  nameLikeness,
  type Likeness
} from '../../../../src/core/project/registers/name-likeness'
import {
  findLookAlikes,
  possibleDuplicates,
  type NamedEntry
} from '../../../../src/core/project/registers/look-alikes'

describe('a folded name', () => {
  test.each([
    ['Müller-Lüdenscheidt’s', 'muller ludenscheidt'],
    ['  J. P.   O’Neill ', 'j p oneill'],
    ['Straße', 'strasse'],
    ['U.S. Department', 'us department'],
    ['Łódź', 'lodz'],
    ['“…”', '']
  ])('%s is compared as “%s”', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })
})

// The figures that Winkler (1990) and later papers print for these pairs.
test.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['jones', 'johnson', 0.832],
  ['abc', 'xyz', 0],
  ['', '', 1]
])('Jaro–Winkler of %s and %s is %d', (a, b, expected) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3)
  expect(jaroWinkler(b, a)).toBeCloseTo(expected, 3)
})

describe('names that look like one', () => {
  test.each<[string, string, Likeness | null]>([
    ['Michael Lacey', 'michael lacey', 'same'],
    ['Lacey, Michael', 'Michael Lacey', 'same'],
    ['The Harbour Review', 'Harbour Review', 'same'],
    ['Dr. Ana Perić', 'Ana Peric', 'same'],
    ['Lacey', 'Michael Lacey', 'part'],
    ['Joan Ferris', 'Joan Maria Ferris', 'part'],
    ['M. Lacey', 'Michael Lacey', 'initials'],
    ['J. R. Smith', 'John Smith', 'initials'],
    ['FBI', 'Federal Bureau of Investigation', 'acronym'],
    ['D.O.J.', 'Department of Justice', 'acronym'],
    ['Micheal Lacey', 'Michael Lacey', 'spelling'],
    ['Catherine Moor', 'Katherine Moor', null],
    ['Christina Hoff', 'Christine Hoff', 'spelling'],
    ['James Larkin', 'Michael Lacey', null],
    ['John Smith', 'Jane Smith', null],
    ['M. Lacey', 'James Lacey', null],
    ['Jane Doe 1', 'Jane Doe 2', null],
    ['Ann', 'Anna', null],
    ['', 'Michael Lacey', null],
    ['漢字', '漢', null]
  ])('%s and %s: %s, whichever comes first', (a, b, expected) => {
    expect(nameLikeness(comparableName(a), comparableName(b))).toBe(expected)
    expect(nameLikeness(comparableName(b), comparableName(a))).toBe(expected)
  })
})

const entry = (name: string, ...aliases: string[]): NamedEntry => ({ id: name, name, aliases })

test('a new name is compared with aliases too, and the surest likeness comes first', () => {
  const entries = [entry('Michael Lacey'), entry('Lacy Dunn', 'M. Lacey'), entry('Somebody Else')]
  expect(
    findLookAlikes('M Lacey', entries).map(found => [found.entry.name, found.likeness, found.by])
  ).toEqual([
    ['Lacy Dunn', 'same', 'M. Lacey'],
    ['Michael Lacey', 'initials', 'Michael Lacey']
  ])
})

test('possible duplicates are pairs, each once, and an entry is none of itself', () => {
  const entries = [
    entry('Michael Lacey', 'Lacey'),
    entry('Lacey'),
    entry('FBI'),
    entry('Federal Bureau of Investigation')
  ]
  const pairs = possibleDuplicates(entries).map(({ a, b, likeness }) => `${a.name} / ${b.name}: ${likeness}`)
  expect(pairs).toEqual(['Lacey / Michael Lacey: same', 'FBI / Federal Bureau of Investigation: acronym'])
})

test('five thousand actors are searched for duplicates in no quadratic time', () => {
  const entries = Array.from({ length: 5_000 }, (_, i) => entry(`Given${i % 700} Family${i}`))
  entries.push(entry('Givne1 Family1'), entry('G. Family4999'))
  const before = performance.now()
  const found = possibleDuplicates(entries)
  expect(performance.now() - before).toBeLessThan(3_000)
  expect(found.some(pair => [pair.a.name, pair.b.name].includes('G. Family4999'))).toBe(true)
})
