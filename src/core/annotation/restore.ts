import type { Edit } from '../history/change-set'
import { rowsEqual } from '../history/rows-equal'
import { findLayer, type Attribute, type Codebook } from '../project/codebook'
import type { Annotation, AttributeValue, Revision } from '../project/entities'
import { fail, ok, type Result } from '../result'
import type { KnownIds } from './attribute-value'

/** What has to exist for an earlier state to stand again. */
export interface RestoreContext {
  codebook: Codebook
  /** The revision that is annotated now. */
  revision: Revision
  known: KnownIds
  annotators: ReadonlySet<string>
  now: string
}

/**
 * Sets an annotation back to what it was; null when it is so already. `current` is null when it was deleted.
 * What cannot stand again is refused in words, and nothing is left out in silence: `text-changed` when the words
 * it lay on are not those of the present text, `no-layer`, `no-such-row` (an actor, issue, case or annotator).
 */
export function restoreAnnotation(
  wanted: Annotation,
  current: Annotation | null,
  context: RestoreContext
): Result<Edit | null> {
  const { codebook, revision, known, annotators, now } = context
  const layer = findLayer(codebook, wanted.layer)
  if (layer === undefined)
    return fail(
      'no-layer',
      `The codebook no longer has the layer “${wanted.layer}”, so this state cannot stand.`
    )
  if (!annotators.has(wanted.annotatorId))
    return fail('no-such-row', 'The annotator of this state does not exist any more.')
  for (const attribute of layer.attributes) {
    const reason = missingRow(attribute, wanted.attributes[attribute.id], known)
    if (reason !== null) return fail('no-such-row', `${attribute.name}: ${reason}`)
  }
  const after = placed(wanted, revision)
  if (after === null)
    return fail(
      'text-changed',
      `This state lies on revision ${wanted.revision} of the text, where the words were others. ` +
        'Nothing was changed.'
    )
  if (current !== null && isSameState(current, after)) return ok(null)
  const restored = { ...after, updatedAt: now }
  return ok({
    label: 'Restore earlier state',
    changes: [{ table: 'annotations', id: wanted.id, before: current, after: restored }]
  })
}

/** Whether two states differ in nothing but the time of the change. */
export function isSameState(a: Annotation, b: Annotation): boolean {
  return rowsEqual({ ...a, updatedAt: '' }, { ...b, updatedAt: '' })
}

/** The state in the present text: as it was, if every span still covers its words there. */
function placed(wanted: Annotation, revision: Revision): Annotation | null {
  const stands = wanted.spans.every(
    ({ startUtf16, endUtf16, quote }) => revision.text.slice(startUtf16, endUtf16) === quote
  )
  return stands ? { ...wanted, revision: revision.number } : null
}

function missingRow(attribute: Attribute, value: AttributeValue | undefined, known: KnownIds): string | null {
  const gone = (what: string, ids: ReadonlySet<string>, id: unknown) =>
    typeof id === 'string' && !ids.has(id) ? `this state names ${what} that does not exist any more.` : null
  const { kind } = attribute
  if (kind === 'actor' && value === 'article' && attribute.allowsArticleVoice === true) return null
  if (kind === 'actor') return gone('an actor', known.actors, value)
  if (kind === 'issue') return gone('an issue', known.issues, value)
  if (kind === 'case') return gone('a case', known.cases, value)
  if (kind !== 'parties' || !Array.isArray(value)) return null
  for (const party of value) {
    const reason = typeof party === 'string' ? null : gone('an actor', known.actors, party.actor)
    if (reason !== null) return reason
  }
  return null
}
