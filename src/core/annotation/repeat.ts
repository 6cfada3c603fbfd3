import type { Edit } from '../history/change-set'
import type { AttributeKind, Layer } from '../project/codebook'
import type { Annotation, Attributes } from '../project/entities'
import type { AnnotationId, AnnotatorId } from '../project/ids'
import { contentRole, addSpan } from './parts'
import type { TextRange } from './spans'

/** What is written for one passage and fits no other. */
const writtenKinds: readonly AttributeKind[] = ['text', 'long-text', 'links']

/** The attributes that "Repeat last tag" takes over: what was chosen, not what was written for one passage. */
export function repeatedAttributes(layer: Layer, attributes: Attributes): Attributes {
  const kinds = new Map(layer.attributes.map(attribute => [attribute.id, attribute.kind]))
  return Object.fromEntries(
    Object.entries(attributes).filter(([id]) => {
      const kind = kinds.get(id)
      return kind !== undefined && !writtenKinds.includes(kind)
    })
  )
}

/** A second annotation over the same spans, with the same attributes, of whoever duplicates it. */
export function duplicateAnnotation(
  annotation: Annotation,
  layer: Layer | undefined,
  made: { id: AnnotationId; annotatorId: AnnotatorId; now: string }
): Edit {
  const { id, annotatorId, now } = made
  const after: Annotation = {
    ...annotation,
    id,
    annotatorId,
    origin: 'manual',
    createdAt: now,
    updatedAt: now
  }
  return {
    label: `Duplicate ${(layer?.name ?? 'annotation').toLowerCase()}`,
    changes: [{ table: 'annotations', id, before: null, after }]
  }
}

/** Adds several passages at once, as `addSpan` does one. Undefined when all of them are in it already. */
export function addPassages(
  annotation: Annotation,
  layer: Layer,
  ranges: readonly TextRange[],
  text: string,
  now: string
): Edit | undefined {
  let after = annotation
  for (const range of ranges) {
    const change = addSpan(after, layer, contentRole, range, text, now)?.changes[0]
    if (change?.table === 'annotations' && change.after !== null) after = change.after
  }
  if (after === annotation) return undefined
  return {
    label: 'Extend quotation',
    changes: [{ table: 'annotations', id: annotation.id, before: annotation, after }]
  }
}
