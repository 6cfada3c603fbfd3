import { expect, test } from 'vitest'
import { matchedAlias, matchOptions } from '../../../src/renderer/ui/match-options'

const options = [
  { id: '1', name: 'District Court of Arizona', detail: '18-cr-422' },
  { id: '2', name: 'José Ortega', detail: 'Defence', aliases: ['Pepe'] },
  { id: '3', name: 'Arizona' }
]

const cases = [
  { query: '', found: ['1', '2', '3'] },
  { query: 'arizona', found: ['3', '1'], why: 'a name that begins so stands first' },
  { query: 'arizona court', found: ['1'], why: 'words count in any order' },
  { query: 'jose', found: ['2'], why: 'accents need not be typed' },
  { query: 'pepe', found: ['2'], why: 'aliases are names too' },
  { query: '422', found: ['1'], why: 'the detail is searched' },
  { query: 'nobody', found: [] }
]
test.each(cases)('“$query” finds $found: $why', ({ query, found }) => {
  expect(matchOptions(options, query).map(option => option.id)).toEqual(found)
})

// A register of thousands must not be drawn at every keystroke.
test('at most fifty are answered', () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({ id: String(i), name: `Actor ${i}` }))
  expect(matchOptions(many, 'actor')).toHaveLength(50)
})

test.each([
  { query: 'pepe', alias: 'Pepe', why: 'only the alias has it' },
  { query: 'jose', alias: undefined, why: 'the name has it' },
  { query: 'defence', alias: undefined, why: 'the detail is no alias' },
  { query: '', alias: undefined, why: 'nothing is looked for' }
])('“$query” was found by $alias: $why', ({ query, alias }) => {
  expect(matchedAlias(options[1]!, query)).toBe(alias)
})
