import type { Edit, RowChange } from '../history/change-set'
import { findLayer, type Attribute, type Codebook, type Layer } from '../project/codebook'
import type { Annotation, AttributeValue, Relation } from '../project/entities'
import { changeLayer, deleteAnnotation, setAttribute } from './edits'

/** Edits of many annotations as one step. Each answers undefined when it would change nothing. */

/**
 * Sets one attribute of a layer on all annotations of that layer, or unsets it with `undefined`; those of other
 * layers and those that have the value already are left as they are.
 */
export function bulkSetAttribute(
  annotations: readonly Annotation[],
  layer: Layer,
  attribute: Attribute,
  value: AttributeValue | undefined,
  now: string
): Edit | undefined {
  const changes = annotations
    .filter(annotation => annotation.layer === layer.id)
    .flatMap(annotation => setAttribute(annotation, attribute, value, now).changes)
    .filter(change => isChanged(change, attribute.id))
  const isUnset = changes.every(change => valueAfter(change, attribute.id) === undefined)
  return edit(`${isUnset ? 'Clear' : 'Set'} ${attribute.name.toLowerCase()} on`, changes)
}

/** Moves annotations to another layer, each as `changeLayer` does. */
export function bulkChangeLayer(
  annotations: readonly Annotation[],
  codebook: Pick<Codebook, 'layers'>,
  to: Layer,
  now: string
): Edit | undefined {
  const changes = annotations
    .filter(annotation => annotation.layer !== to.id)
    .flatMap(annotation => {
      const from = findLayer(codebook, annotation.layer)
      return from === undefined ? [] : changeLayer(annotation, from, to, now).changes
    })
  return edit(`Change layer to ${to.name.toLowerCase()} on`, changes)
}

/** Deletes annotations together with the relations that hang on any of them. */
export function bulkDelete(
  annotations: readonly Annotation[],
  relations: readonly Relation[]
): Edit | undefined {
  const ids = new Set<string>(annotations.map(annotation => annotation.id))
  const hanging = relations
    .filter(({ from, to }) => ids.has(from) || ids.has(to))
    .map((relation): RowChange => ({ table: 'relations', id: relation.id, before: relation, after: null }))
  const deleted = annotations.flatMap(annotation => deleteAnnotation(annotation, undefined, []).changes)
  const made = edit('Delete', deleted)
  return made && { ...made, changes: [...hanging, ...made.changes] }
}

function edit(what: string, changes: RowChange[]): Edit | undefined {
  if (changes.length === 0) return undefined
  return {
    label: `${what} ${changes.length === 1 ? '1 annotation' : `${changes.length} annotations`}`,
    changes
  }
}

function isChanged(change: RowChange, attribute: string): boolean {
  if (change.table !== 'annotations') return false
  const before = change.before?.attributes[attribute]
  return JSON.stringify(before) !== JSON.stringify(valueAfter(change, attribute))
}

function valueAfter(change: RowChange, attribute: string): AttributeValue | undefined {
  return change.table === 'annotations' ? change.after?.attributes[attribute] : undefined
}
