import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSnapshotName, snapshotName, type SnapshotName } from '../../../src/main/storage/snapshot-name'
import { thinSnapshots } from '../../../src/main/storage/thin-snapshots'

const day = 86_400_000
const start = Date.parse('2026-03-04T12:00:00Z')

function at(sequence: number, time: number): SnapshotName {
  return parseSnapshotName(snapshotName(sequence, new Date(time).toISOString()))!
}

/** One snapshot after the other, thinned after each as the app does. */
function live(times: readonly number[]): SnapshotName[] {
  let kept: SnapshotName[] = []
  times.forEach((time, index) => {
    kept.push(at(index + 1, time))
    const gone = new Set(thinSnapshots(kept))
    kept = kept.filter(({ name }) => !gone.has(name))
  })
  return kept
}

test('a name says sequence and time, and nothing else is one', () => {
  expect(snapshotName(42, '2026-01-01T12:00:00.123Z')).toBe('snapshot-000000000042-20260101T120000Z.jsonl.gz')
  expect(at(42, start)).toMatchObject({ sequence: 42, takenAt: '2026-03-04T12:00:00Z' })
  for (const name of [
    'snapshot-1.jsonl.gz',
    `${at(1, start).name}.x.tmp`,
    `../${at(1, start).name}`,
    'LOCK',
    ''
  ]) {
    expect(parseSnapshotName(name)).toBeUndefined()
  }
})

test('up to five are never thinned', () => {
  expect(thinSnapshots([1, 2, 3, 4, 5].map(n => at(n, start)))).toEqual([])
})

test('of a busy day the newest five stay', () => {
  const all = Array.from({ length: 40 }, (_, n) => at(n, start + n * 60_000))
  const gone = thinSnapshots(all)
  expect(all.filter(({ name }) => !gone.includes(name)).map(({ sequence }) => sequence)).toEqual([
    35, 36, 37, 38, 39
  ])
})

test('a year of work, four snapshots a day, leaves days, weeks and months', () => {
  const kept = live(Array.from({ length: 365 * 4 }, (_, n) => start + (n * day) / 4))
  const now = start + 365 * day
  const ages = kept.map(({ takenAt }) => (now - Date.parse(takenAt)) / day)
  expect(ages.filter(age => age <= 12).length).toBeGreaterThanOrEqual(12)
  expect(ages.filter(age => age > 12 && age <= 71).length).toBeGreaterThanOrEqual(7)
  expect(Math.max(...ages)).toBeGreaterThan(7 * 28)
  expect(kept.length).toBeLessThanOrEqual(5 + 12 + 10 + 9)
})

test.each([
  { name: 'a year back', shift: -365 },
  { name: 'ten years on', shift: 3650 },
  { name: 'a week back', shift: -7 }
])('a clock that goes $name leaves the newest five and most of the past', ({ shift }) => {
  const before = Array.from({ length: 60 }, (_, n) => start + n * day)
  const wrong = Array.from({ length: 20 }, (_, n) => start + (60 + shift) * day + n * 60_000)
  const kept = live([...before, ...wrong]).map(({ sequence }) => sequence)
  expect(kept).toEqual(expect.arrayContaining([76, 77, 78, 79, 80]))
  expect(kept.filter(sequence => sequence <= 60).length).toBeGreaterThanOrEqual(10)
})

test('whatever the clocks said: the newest five stay, no more than promised stay, and thinning twice is thinning once', () => {
  const times = fc.array(
    fc.integer({ min: 0, max: 4_000_000_000 }).map(second => second * 1000),
    { maxLength: 80 }
  )
  fc.assert(
    fc.property(times, all => {
      const names = all.map((time, index) => at(index, time))
      const gone = new Set(thinSnapshots(names))
      const kept = names.filter(({ name }) => !gone.has(name))
      for (const { name } of names.slice(-5)) expect(gone.has(name)).toBe(false)
      expect(kept.length).toBeLessThanOrEqual(36)
      expect(thinSnapshots(kept)).toEqual([])
    })
  )
})
