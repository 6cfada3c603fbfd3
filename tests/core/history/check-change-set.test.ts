import { describe, expect, test } from 'vitest'
import type { ChangeSet, RowChange } from '../../../src/core/history/change-set'
import { checkChangeSet } from '../../../src/core/history/check-change-set'
import { actor } from './arbitrary-changes'

const sound = {
  id: 'c1',
  projectId: 'p',
  label: 'Add actor',
  at: '2026-01-01T00:00:00.000Z',
  annotatorId: 'me',
  operation: { kind: 'edit' },
  changes: [{ table: 'actors', id: 'a', before: null, after: actor('a', 'Ann') }]
} as unknown as ChangeSet

const change = (patch: object): Partial<ChangeSet> => ({
  changes: [{ ...sound.changes[0], ...patch } as RowChange]
})

describe('checkChangeSet', () => {
  test('lets a sound change set through', () => {
    expect(checkChangeSet(sound)).toEqual({ ok: true, value: null })
  })

  test.each<[string, object, string]>([
    [
      'a row that breaks its schema',
      change({ after: { ...actor('a', 'Ann'), kind: 'ghost' } }),
      'actors/a/kind'
    ],
    ['a row with a member nobody knows', change({ after: { ...actor('a', 'Ann'), extra: 1 } }), 'actors/a'],
    [
      'a row of another project',
      change({ after: { ...actor('a', 'Ann'), projectId: 'q' } }),
      'actors/a/projectId'
    ],
    ['a row under another id', change({ id: 'b' }), 'actors/b/id'],
    ['the same row twice', { changes: [...sound.changes, ...sound.changes] }, 'actors/a'],
    ['an empty label', { label: '' }, 'change set'],
    ['a time that is none', { at: 'yesterday' }, 'change set']
  ])('refuses %s', (_, patch, place) => {
    expect(checkChangeSet({ ...sound, ...patch })).toMatchObject({
      ok: false,
      error: { code: 'invalid-change', place }
    })
  })
})
