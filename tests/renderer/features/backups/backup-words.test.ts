import { describe, expect, test } from 'vitest'
import {
  howLongAgo,
  restoredTitle,
  sizeInWords,
  timeInWords
} from '../../../../src/renderer/features/backups/backup-words'

const takenAt = new Date(2026, 10, 22, 18, 40).toISOString()
const after = (seconds: number) => new Date(Date.parse(takenAt) + seconds * 1000).toISOString()

test('a time is said on the clock of this computer', () => {
  expect(timeInWords(takenAt)).toBe('22 Nov 2026, 18:40')
})

describe('how long ago', () => {
  const cases = [
    { seconds: 0, words: 'just now' },
    { seconds: 59, words: 'just now' },
    { seconds: 60, words: '1 minute ago' },
    { seconds: 3599, words: '59 minutes ago' },
    { seconds: 3600, words: '1 hour ago' },
    { seconds: 3 * 86_400, words: '3 days ago' },
    { seconds: 70 * 86_400, words: '2 months ago' },
    { seconds: 800 * 86_400, words: '2 years ago' },
    // Two clocks are never quite the same.
    { seconds: -30, words: 'just now' },
    // The clock was set back: "in 3 hours" would be nonsense for a backup.
    { seconds: -3 * 3600, words: 'ahead of the clock' }
  ]
  test.each(cases)('$seconds s: $words', ({ seconds, words }) => {
    expect(howLongAgo(takenAt, after(seconds))).toBe(words)
  })
})

describe('the title of what is restored', () => {
  test('says of which project and when', () => {
    expect(restoredTitle('Tradepost study', takenAt)).toBe('Tradepost study (backup of 22 Nov 2026, 18:40)')
  })

  // A project's title has at most 500 UTF-16 units; a longer one would be refused, and nothing restored.
  test.each([459, 460, 461, 500])('keeps the date and fits with a title of %i units', length => {
    const title = restoredTitle('x'.repeat(length), takenAt)
    expect(title.length).toBeLessThanOrEqual(500)
    expect(title).toMatch(/ \(backup of 22 Nov 2026, 18:40\)$/)
  })

  test('is not cut within a letter', () => {
    for (const lead of ['', 'x']) {
      const title = restoredTitle(lead + '🗞'.repeat(249), takenAt)
      // Half of a letter has no UTF-8: encoding it would throw.
      expect(() => encodeURIComponent(title)).not.toThrow()
    }
  })
})

describe('sizes', () => {
  const cases = [
    { bytes: 1, words: '1 byte' },
    { bytes: 999, words: '999 bytes' },
    { bytes: 1000, words: '1 kB' },
    { bytes: 999_499, words: '999 kB' },
    { bytes: 999_500, words: '1 MB' },
    { bytes: 1_234_567, words: '1.2 MB' },
    { bytes: 2_500_000_000, words: '2.5 GB' }
  ]
  test.each(cases)('$bytes: $words', ({ bytes, words }) => {
    expect(sizeInWords(bytes)).toBe(words)
  })
})
