import type { Edit, RowChange } from '../history/change-set'
import type { Attribute, Layer } from '../project/codebook'
import type { Actor, Annotation } from '../project/entities'
import type { ActorId } from '../project/ids'
import { actorFromText } from '../project/registers/actor-from-text'
import { newActor } from '../project/registers/new-entries'
import { addSpan } from './parts'
import type { TextRange } from './spans'

export interface NamedActor {
  actor: Actor
  isNew: boolean
  /** The attribute that names the actor now; undefined when the layer has none left. */
  attribute: Attribute | undefined
  /** Undefined when nothing would change. */
  edit: Edit | undefined
}

const sourceRole = 'source'

/**
 * The words at `range` become an actor, or are known for one by name or alias, and the first unset actor attribute of
 * the annotation names it. Where the layer marks sources, the words are marked as one. Undefined for words that name
 * nobody, such as a bare mark of punctuation.
 */
export function nameActor(input: {
  annotation: Annotation
  layer: Layer
  range: TextRange
  text: string
  actors: readonly Actor[]
  /** Of the actor, if it is new. */
  id: ActorId
  now: string
}): NamedActor | undefined {
  const { annotation, layer, range, text, actors, id, now } = input
  const named = actorFromText(text.slice(range.startUtf16, range.endUtf16), actors)
  if (named === null) return undefined
  const isNew = 'name' in named
  const actor = isNew ? newActor(id, annotation.projectId, named.name) : named.known
  const attribute = layer.attributes.find(
    ({ id: attributeId, kind, retired }) =>
      kind === 'actor' && retired !== true && annotation.attributes[attributeId] === undefined
  )
  const changes: RowChange[] = []
  if (isNew) changes.push({ table: 'actors', id: actor.id, before: null, after: actor })
  if (attribute !== undefined) {
    const marked = withSource(annotation, layer, range, text, now)
    const attributes = { ...annotation.attributes, [attribute.id]: actor.id }
    const after: Annotation = { ...marked, attributes, updatedAt: now }
    changes.push({ table: 'annotations', id: annotation.id, before: annotation, after })
  }
  const label = attribute === undefined ? 'Add actor' : `Set ${attribute.name.toLowerCase()}`
  const edit = changes.length === 0 ? undefined : { label, changes }
  return { actor, isNew, attribute, edit }
}

function withSource(
  annotation: Annotation,
  layer: Layer,
  range: TextRange,
  text: string,
  now: string
): Annotation {
  if (!layer.spanRoles.includes(sourceRole)) return annotation
  const change = addSpan(annotation, layer, sourceRole, range, text, now)?.changes[0]
  return change?.table === 'annotations' && change.after !== null ? change.after : annotation
}
