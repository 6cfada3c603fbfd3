import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import type { Annotation } from '../../project/entities'
import { attributeStrings, type EntryNames } from '../exchange/attribute-strings'
import type { ProjectHead } from '../project-source'

/** An annotation as a report for people tells it. */
export interface DescribedAnnotation {
  layer: string
  /** The passage; an ellipsis in brackets for what lies between its pieces. */
  quote: string
  /** Parts, attributes, certainty and annotator, by what they are called. */
  facts: [name: string, value: string][]
  memo: string
}

export function describeAnnotation(
  row: Annotation,
  head: ProjectHead,
  names: EntryNames
): DescribedAnnotation {
  const layer = findLayer(head.codebook, row.layer)
  const oneLine = (text: string) => text.replace(/\s+/g, ' ')
  const content = row.spans.filter(span => span.role === contentRole).map(span => oneLine(span.quote))
  const parts = row.spans
    .filter(span => span.role !== contentRole)
    .map(({ role, quote }): [string, string] => [
      role.charAt(0).toUpperCase() + role.slice(1),
      `“${oneLine(quote)}”`
    ])
  const attributes = attributeStrings(row, layer, names).map(
    ({ id, attribute, values }): [string, string] => {
      const nameOf = (value: string) => attribute?.options?.find(option => option.id === value)?.name ?? value
      return [attribute?.name ?? id, values.map(nameOf).join(', ')]
    }
  )
  return {
    layer: layer?.name ?? row.layer,
    quote: content.join(' […] '),
    facts: [
      ...parts,
      ...attributes,
      ...(row.confidence === null ? [] : [['Certainty', String(row.confidence)] as [string, string]]),
      ['Annotator', names.annotators.get(row.annotatorId) ?? row.annotatorId]
    ],
    memo: row.memo
  }
}

/** In the order of the text. */
export function inTextOrder(annotations: readonly Annotation[]): Annotation[] {
  const startOf = (row: Annotation) => Math.min(...row.spans.map(span => span.startUtf16))
  return [...annotations].sort((a, b) => startOf(a) - startOf(b))
}
