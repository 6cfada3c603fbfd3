import { contentRole } from '../../annotation/parts'
import { findLayer, type Codebook } from '../../project/codebook'
import type { Span } from '../../project/entities'
import { cellOf } from '../csv/csv-columns'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import type { CurrentText } from '../exchange/current-texts'
import type { ProjectHead } from '../project-source'

/** A feature structure of a CAS that covers text. Offsets are UTF-16 units, as UIMA counts. */
export interface CasAnnotation {
  /** From 1; 1 itself is the sofa. */
  id: number
  type: string
  begin: number
  end: number
  features: Readonly<Record<string, string>>
  /** Features that point at another structure. */
  references: Readonly<Record<string, number>>
}

export interface CasType {
  name: string
  description: string
  /** Names of features that hold text, and of those that point at annotations. */
  features: readonly string[]
  references: readonly string[]
}

/** INCEpTION takes types in this package for layers of a project's own. */
const packageName = 'webanno.custom'
export const relationType = `${packageName}.Relation`
export const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'
/** Not what an attribute of a codebook is likely to be called. */
const ownFeatures = ['annotationId', 'spanRole', 'annotationMemo', 'annotatorName', 'annotatorConfidence']

/** `legal-event` as `webanno.custom.LegalEvent`. */
export function typeName(layer: string): string {
  const words = layer.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? ['Layer']
  return `${packageName}.${words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`
}

/** The layer that a type means: `legal-event`, or the type's own last name. */
export function layerName(type: string): string {
  const last = type.slice(type.lastIndexOf('.') + 1)
  if (!type.startsWith(`${packageName}.`)) return last
  return last.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
}

/** The types of a codebook: a layer each, a feature for each attribute, and one for relations. */
export function casTypes({ layers }: Codebook): CasType[] {
  return [
    ...layers.map(layer => ({
      name: typeName(layer.id),
      description: layer.guidance ?? layer.name,
      features: [...ownFeatures, ...layer.attributes.map(row => row.id)],
      references: []
    })),
    {
      name: relationType,
      description: 'A typed link between two annotations',
      features: ['type'],
      references: ['Governor', 'Dependent']
    }
  ]
}

/** What is said of one text. Pieces and parts are structures of their own with the id of their annotation. */
export function casAnnotations(
  text: CurrentText,
  head: ProjectHead,
  names: EntryNames = entryNames(head)
): CasAnnotation[] {
  const rows: CasAnnotation[] = []
  const firstOf = new Map<string, CasAnnotation>()
  for (const row of text.annotations) {
    const strings = attributeStrings(row, findLayer(head.codebook, row.layer), names)
    const said = {
      ...Object.fromEntries(strings.map(({ id, values }) => [id, cellOf(values)])),
      ...(row.memo !== '' && { annotationMemo: row.memo }),
      ...(row.confidence !== null && { annotatorConfidence: String(row.confidence) }),
      annotatorName: names.annotators.get(row.annotatorId) ?? row.annotatorId
    }
    orderedSpans(row.spans).forEach((span, at) => {
      const annotation: CasAnnotation = {
        id: rows.length + 2,
        type: typeName(row.layer),
        begin: span.startUtf16,
        end: span.endUtf16,
        features: { ...(at === 0 ? said : {}), annotationId: row.id, spanRole: span.role },
        references: {}
      }
      rows.push(annotation)
      if (at === 0) firstOf.set(row.id, annotation)
    })
  }
  for (const { type, from, to } of text.relations) {
    const [governor, dependent] = [firstOf.get(from), firstOf.get(to)]
    if (governor === undefined || dependent === undefined) continue
    const { begin, end } = dependent
    const references = { Governor: governor.id, Dependent: dependent.id }
    rows.push({ id: rows.length + 2, type: relationType, begin, end, features: { type }, references })
  }
  return rows
}

function orderedSpans(spans: readonly Span[]): Span[] {
  const isContent = (span: Span) => span.role === contentRole
  return [...spans.filter(isContent), ...spans.filter(span => !isContent(span))]
}
