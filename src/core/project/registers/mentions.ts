import type { Attribute, CodebookContent, Layer } from '../codebook'
import type { Annotation, Attributes, AttributeValue, Case, Party } from '../entities'
import type { RegisterKind } from './register-kind'

/** The layers of a codebook by id, for callers with many annotations. */
export type LayersById = ReadonlyMap<string, Layer>

export function layersById(codebook: CodebookContent): LayersById {
  return new Map(codebook.layers.map(layer => [layer.id, layer]))
}

/** The ids of this kind that an annotation names, each once. The article's own voice is no actor. */
export function mentionedIds(annotation: Annotation, layers: LayersById, kind: RegisterKind): Set<string> {
  const found = new Set<string>()
  // Not by `mapMentions`: this is asked for every annotation of a project.
  for (const definition of layers.get(annotation.layer)?.attributes ?? []) {
    if (definition.kind !== kind) continue
    const value = annotation.attributes[definition.id]
    const isVoice = value === 'article' && definition.allowsArticleVoice === true
    if (typeof value === 'string' && !isVoice) found.add(value)
  }
  if (kind === 'actor')
    for (const value of Object.values(annotation.attributes))
      if (isParties(value)) for (const party of value) found.add(party.actor)
  return found
}

/** Annotations by the id of what they name, for one kind. */
export function indexMentions(
  annotations: Iterable<Annotation>,
  codebook: CodebookContent,
  kind: RegisterKind
): ReadonlyMap<string, readonly Annotation[]> {
  const layers = layersById(codebook)
  const byId = new Map<string, Annotation[]>()
  for (const annotation of annotations)
    for (const id of mentionedIds(annotation, layers, kind)) {
      const list = byId.get(id)
      if (list === undefined) byId.set(id, [annotation])
      else list.push(annotation)
    }
  return byId
}

/** How many charges have this actor among their defendants. */
export function countCharges(actorId: string, cases: readonly Case[]): number {
  return cases.reduce(
    (sum, row) => sum + row.charges.filter(charge => charge.defendants.some(id => id === actorId)).length,
    0
  )
}

/**
 * The attributes with every id of this kind replaced by what `map` answers, null taking it away; the same object when
 * nothing differs. Two parties that became one stand once. Lists of parties tell their kind by themselves, so those
 * that the codebook no longer knows follow too.
 */
export function mapMentions(
  annotation: Annotation,
  layers: LayersById,
  kind: RegisterKind,
  map: (id: string) => string | null
): Attributes {
  const definitions = layers.get(annotation.layer)?.attributes
  let changed: Attributes | null = null
  for (const [id, value] of Object.entries(annotation.attributes)) {
    const next = mapValue(value, definitions, id, kind, map)
    if (next === value) continue
    changed ??= { ...annotation.attributes }
    if (next === null) delete changed[id]
    else changed[id] = next
  }
  return changed ?? annotation.attributes
}

function mapValue(
  value: AttributeValue,
  definitions: readonly Attribute[] | undefined,
  id: string,
  kind: RegisterKind,
  map: (id: string) => string | null
): AttributeValue | null {
  if (typeof value === 'string') {
    const definition = definitions?.find(attribute => attribute.id === id)
    if (definition?.kind !== kind) return value
    return value === 'article' && definition.allowsArticleVoice === true ? value : map(value)
  }
  if (kind !== 'actor' || !isParties(value)) return value
  const next = mapParties(value, map)
  return next.length === 0 && value.length > 0 ? null : next
}

function mapParties(parties: Party[], map: (id: string) => string | null): Party[] {
  const next: Party[] = []
  let differs = false
  for (const party of parties) {
    const actor = map(party.actor)
    if (actor === party.actor) {
      next.push(party)
      continue
    }
    differs = true
    if (actor !== null) next.push({ ...party, actor: actor as Party['actor'] })
  }
  if (!differs) return parties
  const seen = new Set<string>()
  return next.filter(({ role, actor }) => {
    const key = `${actor} ${role}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function isParties(value: AttributeValue): value is Party[] {
  return Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'object')
}
