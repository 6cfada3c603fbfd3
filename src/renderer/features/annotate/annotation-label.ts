import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import { describeAnnotation, type Registers } from '../../../core/annotation/describe'
import { findLayer, type CodebookContent, type Layer } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'

export interface AnnotationLabel {
  layer: Layer
  /** "P3": the third perspective in the order of the text. */
  number: string
  title: string
}

/** How an annotation of the open article is named in passing; null when its layer is unknown. */
export function annotationLabel(
  annotation: Annotation,
  index: AnnotationIndex,
  codebook: CodebookContent,
  registers: Registers
): AnnotationLabel | null {
  const layer = findLayer(codebook, annotation.layer)
  if (layer === undefined) return null
  const { title } = describeAnnotation(annotation, layer, registers)
  return { layer, number: `${layer.initial}${numberInLayer(index, annotation)}`, title }
}

/** How many of its layer come up to this annotation in text order, itself included. */
export function numberInLayer(index: AnnotationIndex, annotation: Annotation): number {
  let number = 0
  for (const other of index.inOrder()) {
    if (other.layer === annotation.layer) number += 1
    if (other.id === annotation.id) break
  }
  return number
}
