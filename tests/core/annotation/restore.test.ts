import { describe, expect, test } from 'vitest'
import { restoreAnnotation, type RestoreContext } from '../../../src/core/annotation/restore'
import type { Annotation } from '../../../src/core/project/entities'
import {
  annotation,
  codebook,
  revision,
  span,
  text,
  wholeEvent,
  wholePerspective
} from '../problems/checked-article'

const now = '2026-03-03T00:00:00.000Z'
const context: RestoreContext = {
  codebook,
  revision,
  known: { actors: new Set(['ana']), issues: new Set(['why']), cases: new Set(['c']) },
  annotators: new Set(['me']),
  now
}
const earlier = annotation('n', 'perspective', 'it was never safe', wholePerspective, {
  memo: 'First thought'
})
const current: Annotation = { ...earlier, attributes: {}, memo: '', updatedAt: '2026-02-02T00:00:00.000Z' }

describe('restoring', () => {
  test('sets the annotation back in one step that knows both states', () => {
    expect(restoreAnnotation(earlier, current, context)).toEqual({
      ok: true,
      value: {
        label: 'Restore earlier state',
        changes: [{ table: 'annotations', id: 'n', before: current, after: { ...earlier, updatedAt: now } }]
      }
    })
  })

  test('brings a deleted annotation back', () => {
    const result = restoreAnnotation(earlier, null, context)
    expect(result.ok && result.value?.changes[0]).toMatchObject({ before: null, after: { id: 'n' } })
  })

  test('of what is so already changes nothing', () => {
    expect(restoreAnnotation(earlier, { ...earlier, updatedAt: now }, context)).toEqual({
      ok: true,
      value: null
    })
  })

  test('over a correction further down keeps the place, in the present text', () => {
    const corrected = { ...revision, number: 2, text: text.replace('late', 'early') }
    const result = restoreAnnotation(
      earlier,
      { ...current, revision: 2 },
      { ...context, revision: corrected }
    )
    expect(result.ok && result.value?.changes[0]).toMatchObject({
      after: { revision: 2, spans: earlier.spans }
    })
  })

  interface Refused {
    what: string
    wanted?: Annotation
    context?: Partial<RestoreContext>
    code: string
  }
  test.each<Refused>([
    {
      what: 'its words have been corrected since',
      context: { revision: { ...revision, number: 2, text: text.replace('never', 'not') } },
      code: 'text-changed'
    },
    { what: 'its layer is gone', context: { codebook: { ...codebook, layers: [] } }, code: 'no-layer' },
    { what: 'its annotator is gone', context: { annotators: new Set() }, code: 'no-such-row' },
    {
      what: 'its holder is gone',
      context: { known: { ...context.known, actors: new Set() } },
      code: 'no-such-row'
    },
    {
      what: 'its issue is gone',
      context: { known: { ...context.known, issues: new Set() } },
      code: 'no-such-row'
    },
    {
      what: 'one of its parties is gone',
      wanted: annotation('n', 'legal-event', 'fined the town', {
        ...wholeEvent,
        parties: [{ role: 'judge', actor: 'ghost' as never }]
      }),
      code: 'no-such-row'
    },
    {
      what: 'its case is gone',
      wanted: annotation('n', 'legal-event', 'fined the town', { ...wholeEvent, case: 'd' }),
      code: 'no-such-row'
    },
    {
      what: 'the text ends before it',
      wanted: { ...earlier, spans: [{ ...span('it was'), startUtf16: 9000, endUtf16: 9006 }] },
      code: 'text-changed'
    }
  ])('is refused in words when $what', ({ wanted = earlier, context: more, code }) => {
    const result = restoreAnnotation(wanted, current, { ...context, ...more })
    expect(result.ok ? 'restored' : result.error.code).toBe(code)
    if (!result.ok) expect(result.error.message).toMatch(/\.$/)
  })
})
