import { contentRole } from '../../annotation/parts'
import type { AnnotationId } from '../../project/ids'
import { valuesOf } from '../csv/csv-columns'
import type { ProjectBuilder } from '../exchange/project-builder'
import { layerName, metadataType, type CasAnnotation } from './cas-model'

/** One text and what stands on it, however the CAS was written. */
export interface CasDocument {
  text: string
  annotations: readonly CasAnnotation[]
}

/** Types that say nothing a researcher tagged: the text's own frame, tokens, sentences, bookkeeping. */
const machinery =
  /^uima\.(?:cas|noNamespace)\.|^uima\.tcas\.DocumentAnnotation$|\.(?:Token|Sentence|Paragraph|Stem|Lemma|DocumentMetaData|TagsetDescription|TagDescription|CASMetadata|FeatureDefinition|LayerDefinition)$/

/** Adds a text and its annotations to a project that is being read. */
export function addCas(
  builder: ProjectBuilder,
  { text, annotations }: CasDocument,
  stem: string,
  place: string
): void {
  const metadata = annotations.find(row => row.type === metadataType)?.features
  const article = builder.addArticle(
    {
      text,
      unit: 'utf-16',
      title: metadata?.['documentTitle'] ?? stem,
      language: languageOf(metadata?.['language'])
    },
    place
  )
  if (article === null) return
  const added = new Map<number, AnnotationId>()
  const isLink = (row: CasAnnotation) =>
    row.references['Governor'] !== undefined && row.references['Dependent'] !== undefined
  for (const group of groups(annotations.filter(row => !machinery.test(row.type) && !isLink(row)))) {
    const [first] = group
    if (first === undefined) continue
    const { annotationId, spanRole: _, ...said } = first.features
    const {
      annotationMemo: memo,
      annotatorName: annotator,
      annotatorConfidence: confidence,
      ...features
    } = said
    const attributes = Object.fromEntries(
      Object.entries(features).map(([id, value]) => [id, valuesOf(value)])
    )
    const id = builder.addAnnotation(
      article,
      {
        label: layerName(first.type),
        spans: group.map(row => ({
          role: row.features['spanRole'] ?? contentRole,
          start: row.begin,
          end: row.end
        })),
        attributes,
        ...(annotationId === undefined ? {} : { id: annotationId }),
        ...(memo === undefined ? {} : { memo }),
        ...(annotator === undefined ? {} : { annotator }),
        confidence: confidence === undefined ? null : Number(confidence)
      },
      `${place}, structure ${first.id}`
    )
    if (id !== null) for (const row of group) added.set(row.id, id)
  }
  for (const { id, type, features, references } of annotations.filter(isLink)) {
    const [from, to] = [added.get(references['Governor'] ?? 0), added.get(references['Dependent'] ?? 0)]
    const linkPlace = `${place}, structure ${id}`
    if (from === undefined || to === undefined)
      builder.issues.push({
        place: linkPlace,
        message: 'The link has an end that is no annotation here; left out.'
      })
    else builder.addRelation(features['type'] ?? layerName(type), from, to, linkPlace)
  }
}

/** Structures of one annotation, those of an id of ours together. */
function groups(annotations: readonly CasAnnotation[]): CasAnnotation[][] {
  const byId = new Map<string, CasAnnotation[]>()
  for (const row of annotations) {
    const key = row.features['annotationId'] ?? `structure ${row.id}`
    byId.set(key, [...(byId.get(key) ?? []), row])
  }
  return [...byId.values()]
}

function languageOf(tag: string | undefined): string {
  return tag === undefined || tag === 'x-unspecified' ? '' : tag
}
