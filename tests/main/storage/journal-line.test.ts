import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeLine,
  encodeLine,
  journalStart,
  type JournalEntry
} from '../../../src/main/storage/journal-line'
import { changeEntry, projectId } from './journal-sample'

const entries: [string, JournalEntry][] = [
  [
    'header',
    { kind: 'header', header: { format: 'counterpoint-journal', version: 1, projectId, generator: 'g' } }
  ],
  ['repair', { kind: 'repair', repair: { damage: [{ file: 'a', line: 1 }], missing: [{ from: 1, to: 2 }] } }],
  ['change set', changeEntry('c1')],
  ['text that looks like lines', changeEntry('c2', 'a\n{"crc":"00000000","sequence":1\r\u2028\u0000')],
  ['characters outside Latin', changeEntry('c3', 'Süß 漢字 👩‍⚖️ \ud800')]
]

test.each(entries)('a line gives back what was put into it: %s', (_name, entry) => {
  const { bytes, head } = encodeLine(entry, { sequence: 41, hash: 'ab'.repeat(32) })
  expect(bytes.indexOf(10)).toBe(bytes.length - 1)
  const line = decodeLine(bytes.subarray(0, -1))
  expect(line).toMatchObject({ ok: true, previous: 'ab'.repeat(32), ...head })
  expect(line.ok && line.entry()).toEqual(entry)
})

test('the layout is the one that is written down, because other programs may read it', () => {
  const { bytes } = encodeLine(entries[0]![1], journalStart)
  expect(bytes.toString()).toBe(
    `{"crc":"d1903554","sequence":1,"previous":"${'0'.repeat(64)}","header":` +
      `{"format":"counterpoint-journal","version":1,"projectId":"project-1","generator":"g"}}\n`
  )
})

test('any other byte anywhere is noticed', () => {
  const { bytes } = encodeLine(changeEntry('c1', 'Süß'), journalStart)
  const line = bytes.subarray(0, -1)
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const damaged = Buffer.from(line)
      damaged[at] = damaged[at]! ^ mask
      expect(decodeLine(damaged).ok).toBe(false)
    })
  )
})

test('anything at all can be decoded without an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      expect(decodeLine(Buffer.from(bytes)).ok).toBe(false)
    })
  )
})

test.each<[string, unknown]>([
  ['no object', { kind: 'change-set', changeSet: 7 }],
  ['no changes', { kind: 'change-set', changeSet: { projectId, operation: { kind: 'edit' } } }],
  ['no operation', { kind: 'change-set', changeSet: { projectId, changes: [] } }],
  ['operation null', { kind: 'change-set', changeSet: { projectId, changes: [], operation: null } }],
  ['header of another format', { kind: 'header', header: { format: 'x', version: 1, projectId } }],
  ['header without a version', { kind: 'header', header: { format: 'counterpoint-journal', projectId } }],
  ['repair without lists', { kind: 'repair', repair: {} }]
])('a sound line of a shape we do not know is no entry: %s', (_name, entry) => {
  const line = decodeLine(encodeLine(entry as JournalEntry, journalStart).bytes.subarray(0, -1))
  expect(line.ok && line.entry()).toBe(undefined)
})
