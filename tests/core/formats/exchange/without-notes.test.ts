import { expect, test } from 'vitest'
import { withoutNotes } from '../../../../src/core/formats/exchange/without-notes'
import { toSource } from '../in-memory'

const losses = '{\n  "format": "counterpoint-losses",\n  "version": 1 }'
const left = (files: Readonly<Record<string, string>>) =>
  withoutNotes(Object.entries(files).map(([name, text]) => toSource(name, text))).map(({ name }) => name)

// What is only called like our notes is somebody's data.
test.each<[string, Readonly<Record<string, string>>, string[]]>([
  ['our notes go', { 'a.json': '{}', 'methods.md': '#', 'losses.json': losses }, ['a.json']],
  ['in their folder', { 'x/a.txt': 'A', 'x/methods.md': '#', 'x/losses.json': losses }, ['x/a.txt']],
  ['somebody’s methods stay', { 'methods.md': '#', 'x/losses.json': losses }, ['methods.md']],
  ['somebody’s losses stay', { 'losses.json': '[1]', 'methods.md': '#' }, ['losses.json', 'methods.md']]
])('%s', (_, files, names) => expect(left(files)).toEqual(names))
