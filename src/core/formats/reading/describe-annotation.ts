import { contentRole } from '../../annotation/parts'
import { shorten } from '../../annotation/describe'
import { relationKinds } from '../../annotation/relations'
import { findLayer } from '../../project/codebook'
import type { Annotation } from '../../project/entities'
import { citePlace } from '../../project/place-in-story'
import { attributeStrings, type EntryNames } from '../exchange/attribute-strings'
import type { CurrentText } from '../exchange/current-texts'
import type { ProjectHead } from '../project-source'

type Fact = [name: string, value: string]

/** An annotation as a report for people tells it. */
export interface DescribedAnnotation {
  layer: string
  /** `p. 3, ¶6` */
  place: string
  /** The passage; an ellipsis in brackets for what lies between its pieces. */
  quote: string
  /** Parts, attributes, relations, certainty and annotator, by what they are called. */
  facts: Fact[]
  memo: string
}

/** Describes one annotation after the other of an article; relations are told where they begin. */
export function annotationDescriber(
  text: CurrentText,
  head: ProjectHead,
  names: EntryNames
): (row: Annotation) => DescribedAnnotation {
  const rows = new Map(text.annotations.map(row => [row.id, row]))
  const relations = new Map<string, Fact[]>()
  for (const { type, from, to } of text.relations) {
    const verb = relationKinds.find(kind => kind.type === type)?.verb ?? type
    const target = rows.get(to)
    const facts = relations.get(from) ?? []
    if (target !== undefined) facts.push([capitalised(verb), `“${shorten(quoteInOneLine(target), 80)}”`])
    relations.set(from, facts)
  }
  return row => describe(row, text, head, names, relations.get(row.id) ?? [])
}

function describe(
  row: Annotation,
  text: CurrentText,
  head: ProjectHead,
  names: EntryNames,
  relations: readonly Fact[]
): DescribedAnnotation {
  const layer = findLayer(head.codebook, row.layer)
  const parts = row.spans
    .filter(span => span.role !== contentRole)
    .map(({ role, quote }): Fact => [capitalised(role), `“${oneLine(quote)}”`])
  const attributes = attributeStrings(row, layer, names).map(({ id, attribute, values }): Fact => {
    const nameOf = (value: string) => attribute?.options?.find(option => option.id === value)?.name ?? value
    return [attribute?.name ?? id, values.map(nameOf).join(', ')]
  })
  return {
    layer: layer?.name ?? row.layer,
    place: citePlace(text, row),
    quote: quoteInOneLine(row),
    facts: [
      ...parts,
      ...attributes,
      ...relations,
      ...(row.confidence === null ? [] : [['Certainty', String(row.confidence)] as Fact]),
      ['Annotator', names.annotators.get(row.annotatorId) ?? row.annotatorId]
    ],
    memo: row.memo
  }
}

function quoteInOneLine({ spans }: Annotation): string {
  const content = spans.filter(span => span.role === contentRole)
  return content.map(span => oneLine(span.quote)).join(' […] ')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** In the order of the text. */
export function inTextOrder(annotations: readonly Annotation[]): Annotation[] {
  const startOf = (row: Annotation) => Math.min(...row.spans.map(span => span.startUtf16))
  return [...annotations].sort((a, b) => startOf(a) - startOf(b))
}
