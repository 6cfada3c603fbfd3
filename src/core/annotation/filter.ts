import { findLayer, type Codebook, type Layer } from '../project/codebook'
import type { Annotation, AttributeValue } from '../project/entities'
import { foldWords } from '../search/fold'
import { isUnset, missingRequired } from './completeness'
import type { Registers } from './describe'
import { quoteOf } from './spans'
import { valueInWords } from './value-in-words'

/** How far an annotation is: everything required is set, or not; carried over to a new text and not confirmed. */
export const annotationStatuses = ['complete', 'incomplete', 'to-confirm'] as const
export type AnnotationStatus = (typeof annotationStatuses)[number]

/** Values one attribute of one layer may have; null stands for "not set". */
export interface AttributeCondition {
  layer: string
  attribute: string
  values: readonly (string | number | boolean | null)[]
}

/**
 * Which annotations one wants to look at. Within a list one match is enough, and all lists that are not
 * empty must match. Plain data, so that it can be kept and compared.
 */
export interface AnnotationFilter {
  /** Layer ids. */
  layers: readonly string[]
  /**
   * Conditions on attributes. Those of one layer must all hold. A layer without any is left out unless it
   * stands in `layers`: "claims, and perspectives that oppose".
   */
  attributes: readonly AttributeCondition[]
  /** Actor ids, and `"article"` for the article's own voice: named anywhere in the annotation. */
  actors: readonly string[]
  /** Issue ids. */
  issues: readonly string[]
  /** Case ids. */
  cases: readonly string[]
  /** Annotator ids. */
  annotators: readonly string[]
  statuses: readonly AnnotationStatus[]
  /** Only annotations that the problems panel lists. */
  onlyProblems: boolean
  /** Words in the quotation, the memo or the values; case and diacritics do not matter. */
  text: string
}

/** Matches everything. */
export const noFilter: AnnotationFilter = {
  layers: [],
  attributes: [],
  actors: [],
  issues: [],
  cases: [],
  annotators: [],
  statuses: [],
  onlyProblems: false,
  text: ''
}

/** What a filter has to know of the project to answer. */
export interface FilterContext {
  codebook: Pick<Codebook, 'layers'>
  registers: Registers
  /** Whether the problems panel lists this annotation. */
  hasProblem?(annotation: Annotation): boolean
}

/** Whether an annotation is among those the filter asks for. For many annotations use `matcherOf`. */
export function matches(annotation: Annotation, filter: AnnotationFilter, context: FilterContext): boolean {
  return matcherOf(filter, context)(annotation)
}

/**
 * The filter as a function that is fast for many annotations. It remembers nothing of them but their folded
 * words; a filter without conditions matches everything.
 */
export function matcherOf(
  filter: AnnotationFilter,
  context: FilterContext
): (annotation: Annotation) => boolean {
  const tests = [
    layerTest(filter),
    pointerTest(filter, context),
    memberTest(filter.annotators, annotation => annotation.annotatorId),
    statusTest(filter, context),
    problemTest(filter, context),
    textTest(filter, context)
  ].filter(test => test !== null)
  return annotation => tests.every(test => test(annotation))
}

type Test = (annotation: Annotation) => boolean

function layerTest({ layers, attributes }: AnnotationFilter): Test | null {
  if (layers.length === 0 && attributes.length === 0) return null
  return ({ layer, attributes: values }) => {
    const own = attributes.filter(condition => condition.layer === layer)
    if (own.length === 0) return layers.includes(layer)
    if (layers.length > 0 && !layers.includes(layer)) return false
    return own.every(condition => holds(condition, values[condition.attribute]))
  }
}

function holds({ values }: AttributeCondition, value: AttributeValue | undefined): boolean {
  if (value === undefined || isUnset(value)) return values.includes(null)
  if (typeof value === 'object')
    return Array.isArray(value) && value.some(item => values.includes(idOf(item)))
  return values.includes(value)
}

function idOf(item: string | { role: string; actor: string }): string {
  return typeof item === 'string' ? item : item.role
}

type PointerKind = 'actors' | 'issues' | 'cases'

/** Where the annotations of each layer name actors, issues and cases. */
function pointerTest(filter: AnnotationFilter, { codebook }: FilterContext): Test | null {
  const wanted = (['actors', 'issues', 'cases'] as const).filter(kind => filter[kind].length > 0)
  if (wanted.length === 0) return null
  return annotation => {
    const layer = findLayer(codebook, annotation.layer)
    return wanted.every(kind => layer !== undefined && names(annotation, layer, kind, filter[kind]))
  }
}

function names(annotation: Annotation, layer: Layer, kind: PointerKind, ids: readonly string[]): boolean {
  return layer.attributes.some(attribute => {
    const value = annotation.attributes[attribute.id]
    if (value === undefined) return false
    if (kind === 'actors' && attribute.kind === 'parties')
      return (
        Array.isArray(value) && value.some(party => typeof party !== 'string' && ids.includes(party.actor))
      )
    return `${attribute.kind}s` === kind && typeof value === 'string' && ids.includes(value)
  })
}

function memberTest(ids: readonly string[], of: (annotation: Annotation) => string): Test | null {
  return ids.length === 0 ? null : annotation => ids.includes(of(annotation))
}

function statusTest({ statuses }: AnnotationFilter, { codebook }: FilterContext): Test | null {
  if (statuses.length === 0) return null
  return annotation => statusesOf(annotation, codebook).some(status => statuses.includes(status))
}

/** How far an annotation is; one that is to be confirmed is complete or incomplete as well. */
export function statusesOf(annotation: Annotation, codebook: Pick<Codebook, 'layers'>): AnnotationStatus[] {
  const layer = findLayer(codebook, annotation.layer)
  const isComplete = layer === undefined || missingRequired(annotation, layer).length === 0
  const isMoved = (annotation as Annotation & { placement?: string }).placement === 'moved'
  return [isComplete ? 'complete' : 'incomplete', ...(isMoved ? (['to-confirm'] as const) : [])]
}

function problemTest({ onlyProblems }: AnnotationFilter, { hasProblem }: FilterContext): Test | null {
  return onlyProblems && hasProblem !== undefined ? annotation => hasProblem(annotation) : null
}

function textTest({ text }: AnnotationFilter, context: FilterContext): Test | null {
  const words = foldWords(text).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  const folded = new WeakMap<Annotation, string>()
  return annotation => {
    let own = folded.get(annotation)
    if (own === undefined) folded.set(annotation, (own = foldWords(wordsOf(annotation, context))))
    return words.every(word => own.includes(word))
  }
}

/** Everything a person can read of an annotation: its quotation, its memo and its values. */
export function wordsOf(annotation: Annotation, { codebook, registers }: FilterContext): string {
  const attributes = findLayer(codebook, annotation.layer)?.attributes ?? []
  const values = Object.entries(annotation.attributes).map(([id, value]) =>
    valueInWords(
      attributes.find(attribute => attribute.id === id),
      value,
      registers
    )
  )
  return [quoteOf(annotation), annotation.memo, ...values].join('\n')
}

/** One condition of a filter, as a chip shows it and takes it away. */
export type FilterCondition =
  | { kind: 'layers' | 'actors' | 'issues' | 'cases' | 'annotators'; id: string }
  | { kind: 'statuses'; id: AnnotationStatus }
  | { kind: 'attributes'; condition: AttributeCondition }
  | { kind: 'onlyProblems' }
  | { kind: 'text'; text: string }

const idKinds = ['layers', 'actors', 'issues', 'cases', 'annotators'] as const

/** The conditions of a filter one by one. */
export function conditionsOf(filter: AnnotationFilter): FilterCondition[] {
  return [
    ...filter.layers.map((id): FilterCondition => ({ kind: 'layers', id })),
    ...filter.attributes.map((condition): FilterCondition => ({ kind: 'attributes', condition })),
    ...idKinds
      .filter(kind => kind !== 'layers')
      .flatMap(kind => filter[kind].map((id): FilterCondition => ({ kind, id }))),
    ...filter.statuses.map((id): FilterCondition => ({ kind: 'statuses', id })),
    ...(filter.onlyProblems ? [{ kind: 'onlyProblems' } as const] : []),
    ...(filter.text.trim() === '' ? [] : [{ kind: 'text', text: filter.text.trim() } as const])
  ]
}

/** Whether a filter asks for anything at all. */
export function isFiltering(filter: AnnotationFilter): boolean {
  return conditionsOf(filter).length > 0
}

/** The filter without one of its conditions. */
export function withoutCondition(filter: AnnotationFilter, condition: FilterCondition): AnnotationFilter {
  switch (condition.kind) {
    case 'text':
      return { ...filter, text: '' }
    case 'onlyProblems':
      return { ...filter, onlyProblems: false }
    case 'attributes': {
      const isThis = ({ layer, attribute }: AttributeCondition) =>
        layer === condition.condition.layer && attribute === condition.condition.attribute
      return { ...filter, attributes: filter.attributes.filter(other => !isThis(other)) }
    }
    case 'statuses':
      return { ...filter, statuses: filter.statuses.filter(id => id !== condition.id) }
    case 'layers':
    case 'actors':
    case 'issues':
    case 'cases':
    case 'annotators':
      return { ...filter, [condition.kind]: filter[condition.kind].filter(id => id !== condition.id) }
  }
}

/** The filter with a value of an attribute added to its condition, or taken from it. */
export function toggleAttributeValue(
  filter: AnnotationFilter,
  layer: string,
  attribute: string,
  value: string | number | boolean | null
): AnnotationFilter {
  const old = filter.attributes.find(other => other.layer === layer && other.attribute === attribute)
  const others = filter.attributes.filter(other => other !== old)
  const values = toggled(old?.values ?? [], value)
  return { ...filter, attributes: values.length === 0 ? others : [...others, { layer, attribute, values }] }
}

/** The filter with an id added to one of its lists, or taken from it. */
export function toggleId(
  filter: AnnotationFilter,
  kind: (typeof idKinds)[number] | 'statuses',
  id: string
): AnnotationFilter {
  return { ...filter, [kind]: toggled<string>(filter[kind], id) }
}

function toggled<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter(other => other !== item) : [...items, item]
}
