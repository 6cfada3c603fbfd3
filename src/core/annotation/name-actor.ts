import type { Edit, RowChange } from '../history/change-set'
import type { Attribute, Layer } from '../project/codebook'
import type { Actor, Annotation } from '../project/entities'
import type { ActorId } from '../project/ids'
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
  const name = nameIn(text.slice(range.startUtf16, range.endUtf16))
  if (name === '') return undefined
  const known = actors.find(actor => [actor.name, ...actor.aliases].some(other => isSameName(other, name)))
  const actor: Actor = known ?? {
    id,
    projectId: annotation.projectId,
    name,
    kind: 'person',
    aliases: [],
    role: '',
    affiliation: ''
  }
  const attribute = layer.attributes.find(
    ({ id: attributeId, kind, retired }) =>
      kind === 'actor' && retired !== true && annotation.attributes[attributeId] === undefined
  )
  const changes: RowChange[] = []
  if (known === undefined) changes.push({ table: 'actors', id: actor.id, before: null, after: actor })
  if (attribute !== undefined) {
    const marked = withSource(annotation, layer, range, text, now)
    const attributes = { ...annotation.attributes, [attribute.id]: actor.id }
    const after: Annotation = { ...marked, attributes, updatedAt: now }
    changes.push({ table: 'annotations', id: annotation.id, before: annotation, after })
  }
  const label = attribute === undefined ? 'Add actor' : `Set ${attribute.name.toLowerCase()}`
  const edit = changes.length === 0 ? undefined : { label, changes }
  return { actor, isNew: known === undefined, attribute, edit }
}

/** A name in the article's words: on one line, without marks around it or the ending of a possessive. */
export function nameIn(words: string): string {
  return (
    words
      .replace(/\s+/gu, ' ')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '')
      // A sentence's stop goes; the one of Jr., Inc. or an initial belongs to the name.
      .replace(/(?<!\b(?:Jr|Sr|Inc|Co|Corp|Ltd|\p{Lu}))\.$/u, '')
      .replace(/['’]s$/u, '')
      .slice(0, 500)
      .trim()
  )
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

function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFC')
  return plain(a) === plain(b)
}
