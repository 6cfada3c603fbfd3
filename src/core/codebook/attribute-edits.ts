import { isUnset } from '../annotation/completeness'
import { attributeSchema, type Attribute, type AttributeKind } from '../project/codebook'
import type { Annotation, AttributeValue } from '../project/entities'
import { fail, ok } from '../result'
import { attributeKindNames } from './attribute-kinds'
import { convertValue, isConvertible } from './convert-value'
import {
  findAttributeIn,
  findLayerIn,
  isAdded,
  missing,
  withAttribute,
  withLayer,
  without,
  withStep,
  withText,
  type CodebookDraft,
  type Edited
} from './draft'
import { keyProblem, type TakenKeys } from './keys'
import { isSameName } from './layer-edits'
import { camelId } from './make-id'
import type { Place } from './place'

/** The kinds that have options: of a choice, of several, or the roles of parties. */
export const kindsWithOptions: readonly AttributeKind[] = ['choice', 'multi-choice', 'parties']

export function addAttribute(
  draft: CodebookDraft,
  layerId: string,
  name: string,
  kind: AttributeKind,
  annotations: readonly Annotation[]
): Edited {
  const layer = findLayerIn(draft, layerId)
  if (layer === undefined) return missing()
  const refused = refuseName(layer.attributes, name)
  if (refused !== null) return refused
  const attribute: Attribute = {
    id: camelId(name, takenIds(layer.attributes, layerId, annotations)),
    name: name.trim(),
    kind,
    ...(kindsWithOptions.includes(kind) ? { options: [] } : {}),
    ...(kind === 'scale' ? { minimum: 1, maximum: 5 } : {})
  }
  return ok(withLayer(draft, layerId, row => ({ ...row, attributes: [...row.attributes, attribute] })))
}

/** Renames an attribute. One that is new in this draft gets its id from the name. */
export function renameAttribute(draft: CodebookDraft, place: Place, name: string): Edited {
  const layer = findLayerIn(draft, place.layer)
  if (layer === undefined || findAttributeIn(draft, place) === undefined) return missing()
  const others = layer.attributes.filter(row => row.id !== place.attribute)
  const refused = refuseName(others, name)
  if (refused !== null) return refused
  const newId = isAdded(draft, { layer: place.layer, attribute: place.attribute ?? '' })
    ? {
        id: camelId(
          name,
          others.map(row => row.id)
        )
      }
    : {}
  return ok(withAttribute(draft, place, row => ({ ...row, ...newId, name: name.trim() })))
}

/** Gives the attribute another id; what annotations keep under it follows. */
export function changeAttributeId(
  draft: CodebookDraft,
  place: Place,
  to: string,
  annotations: readonly Annotation[]
): Edited {
  const layer = findLayerIn(draft, place.layer)
  const attribute = findAttributeIn(draft, place)
  if (layer === undefined || attribute === undefined) return missing()
  if (attribute.id === to) return ok(draft)
  if (!attributeSchema.shape.id.safeParse(to).success)
    return fail('wrong-id', 'An id is written like “roleInStory”: Latin letters and digits, no spaces.')
  // Every object seems to have these: it would look set where it is not.
  if (to in Object.prototype || takenIds(layer.attributes, layer.id, annotations).includes(to))
    return fail('taken', `The id “${to}” is in use already.`)
  const renamed = withAttribute(draft, place, row => ({ ...row, id: to }))
  if (isAdded(draft, { layer: layer.id, attribute: attribute.id })) return ok(renamed)
  return ok(withStep(renamed, { kind: 'attribute-id', layer: layer.id, attribute: attribute.id, to }))
}

export interface AttributeFlags {
  required?: boolean
  secondary?: boolean
  guidance?: string
}

export function changeAttribute(draft: CodebookDraft, place: Place, flags: AttributeFlags): Edited {
  if (findAttributeIn(draft, place) === undefined) return missing()
  return ok(
    withAttribute(draft, place, row => {
      let next = row
      if (flags.required !== undefined) next = withFlag(next, 'required', flags.required)
      if (flags.secondary !== undefined) next = withFlag(next, 'secondary', flags.secondary)
      return flags.guidance === undefined ? next : withText(next, 'guidance', flags.guidance.trim())
    })
  )
}

/** Gives an attribute its key; an empty one takes it away. */
export function setAttributeKey(draft: CodebookDraft, place: Place, key: string, taken: TakenKeys): Edited {
  if (findAttributeIn(draft, place) === undefined) return missing()
  const problem = key === '' ? null : keyProblem(draft.content, place, key, taken)
  if (problem !== null) return fail('key-taken', problem)
  return ok(withAttribute(draft, place, row => withText(row, 'key', key)))
}

/** Makes another kind of it, where every value that annotations have can follow without loss. */
export function changeKind(
  draft: CodebookDraft,
  place: Place,
  to: AttributeKind,
  annotations: readonly Annotation[]
): Edited {
  const attribute = findAttributeIn(draft, place)
  if (attribute === undefined) return missing()
  const from = attribute.kind
  if (from === to) return ok(draft)
  const values = valuesOf(annotations, place)
  const names = `${attributeKindNames[from].toLowerCase()} to ${attributeKindNames[to].toLowerCase()}`
  if (values.length > 0 && !isConvertible(from, to))
    return fail('would-lose', `It has ${values.length} values, which cannot go from ${names} without loss.`)
  const shaped = reshape(attribute, to, values)
  const lost = values.filter(value => {
    const converted = convertValue(from, to, value)
    return converted === undefined || (to === 'scale' && !isWithin(shaped, converted))
  })
  if (lost.length > 0)
    return fail(
      'would-lose',
      `${lost.length} of ${values.length} values cannot go from ${names} without loss.`
    )
  const changed = withAttribute(draft, place, () => shaped)
  if (isAdded(draft, { layer: place.layer, attribute: attribute.id })) return ok(changed)
  return ok(withStep(changed, { kind: 'convert', layer: place.layer, attribute: attribute.id, from, to }))
}

/** Both ends of a scale, inclusive; an end that shuts values of annotations out is refused. */
export function setScale(
  draft: CodebookDraft,
  place: Place,
  ends: { minimum: number; maximum: number },
  annotations: readonly Annotation[]
): Edited {
  const attribute = findAttributeIn(draft, place)
  if (attribute === undefined) return missing()
  const { minimum, maximum } = ends
  if (!Number.isFinite(minimum) || !Number.isFinite(maximum) || minimum >= maximum)
    return fail('wrong-ends', 'A scale goes from a smaller number to a larger one.')
  const next = { ...attribute, minimum, maximum }
  const outside = valuesOf(annotations, place).filter(value => !isWithin(next, value)).length
  if (outside > 0) {
    const those = outside === 1 ? '1 annotation has a value' : `${outside} annotations have values`
    return fail('would-lose', `${those} outside ${minimum} to ${maximum}.`)
  }
  return ok(withAttribute(draft, place, () => next))
}

/** Whether an actor can also be the article's own voice. */
export function setArticleVoice(
  draft: CodebookDraft,
  place: Place,
  isAllowed: boolean,
  annotations: readonly Annotation[]
): Edited {
  if (findAttributeIn(draft, place) === undefined) return missing()
  const uses = valuesOf(annotations, place).filter(value => value === 'article').length
  if (!isAllowed && uses > 0)
    return fail('in-use', `The article's own voice is chosen ${uses === 1 ? 'once' : `${uses} times`}.`)
  return ok(withAttribute(draft, place, row => withFlag(row, 'allowsArticleVoice', isAllowed)))
}

/** What annotations of the layer have set here. */
export function valuesOf(annotations: readonly Annotation[], place: Place): AttributeValue[] {
  return annotations.flatMap(annotation => {
    if (annotation.layer !== place.layer || place.attribute === undefined) return []
    const value = annotation.attributes[place.attribute]
    return value === undefined || isUnset(value) ? [] : [value]
  })
}

function withFlag<K extends 'required' | 'secondary' | 'allowsArticleVoice'>(
  attribute: Attribute,
  key: K,
  isOn: boolean
): Attribute {
  return isOn ? { ...attribute, [key]: true } : (without(attribute, key) as Attribute)
}

/** The attribute as another kind: what only the old kind knows goes, what the new one needs comes. */
function reshape(attribute: Attribute, kind: AttributeKind, values: readonly AttributeValue[]): Attribute {
  const bare: Attribute = { ...attribute, kind }
  for (const key of ['options', 'minimum', 'maximum', 'allowsArticleVoice'] as const) delete bare[key]
  if (kindsWithOptions.includes(kind)) return { ...bare, options: attribute.options ?? [] }
  if (kind !== 'scale') return bare
  const numbers = values.filter(value => typeof value === 'number')
  return { ...bare, minimum: Math.min(1, ...numbers), maximum: Math.max(5, ...numbers) }
}

function isWithin({ minimum = -Infinity, maximum = Infinity }: Attribute, value: AttributeValue): boolean {
  return typeof value !== 'number' || (value >= minimum && value <= maximum)
}

function refuseName(others: readonly Attribute[], name: string) {
  if (name.trim() === '') return fail('empty-name', 'An attribute needs a name.')
  if (!others.some(row => isSameName(row.name, name))) return null
  return fail('taken', `There is an attribute “${name.trim()}” already.`)
}

/** Ids of the layer's attributes, and those that annotations still keep something under. */
function takenIds(
  attributes: readonly Attribute[],
  layer: string,
  annotations: readonly Annotation[]
): string[] {
  const ids = new Set(attributes.map(attribute => attribute.id))
  for (const annotation of annotations)
    if (annotation.layer === layer) for (const id of Object.keys(annotation.attributes)) ids.add(id)
  return [...ids]
}
