import { contentRole } from '../../annotation/parts'
import type { AnnotationId } from '../../project/ids'
import { valuesOf } from '../csv/csv-columns'
import type { ProjectBuilder } from '../exchange/project-builder'
import { layerName, metadataType, type CasAnnotation } from './cas-model'

/** One text and what stands on it, however the CAS was written. */
export interface CasDocument {
  text: string
  /** Texts of further views, which are not read. */
  otherTexts: number
  annotations: readonly CasAnnotation[]
}

/** The text's own frame and the bookkeeping of tools. */
const bookkeeping =
  /^uima\.(?:cas|noNamespace)\.|^uima\.tcas\.DocumentAnnotation$|\.(?:DocumentMetaData|TagsetDescription|TagDescription|CASMetadata|FeatureDefinition|LayerDefinition)$/
/** What programs find by themselves: no researcher tagged it. */
const segmentation = /\.(?:Token|Sentence|Paragraph|Stem|Lemma)$/

/** Adds a text and its annotations to a project that is being read. */
export function addCas(
  builder: ProjectBuilder,
  { text, otherTexts, annotations }: CasDocument,
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
  const tagged = annotations.filter(row => !bookkeeping.test(row.type) && !segmentation.test(row.type))
  for (const message of leftOut(annotations, tagged, otherTexts)) builder.issues.push({ place, message })
  const added = new Map<number, AnnotationId>()
  const isLink = (row: CasAnnotation) =>
    row.references['Governor'] !== undefined && row.references['Dependent'] !== undefined
  for (const group of groups(tagged.filter(row => !isLink(row)))) {
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
  for (const { id, type, features, references } of tagged.filter(isLink)) {
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

/** What is not read, in words. */
function* leftOut(
  annotations: readonly CasAnnotation[],
  tagged: readonly CasAnnotation[],
  otherTexts: number
): Generator<string> {
  if (otherTexts > 0)
    yield `Only the first view is read; ${otherTexts === 1 ? 'another one has' : `${otherTexts} others have`} a text of ${otherTexts === 1 ? 'its' : 'their'} own.`
  const counts = new Map<string, number>()
  for (const { type } of annotations)
    if (segmentation.test(type)) counts.set(type, (counts.get(type) ?? 0) + 1)
  if (counts.size > 0) {
    const counted = [...counts].map(([type, count]) => `${count} × ${layerName(type)}`)
    yield `What programs find by themselves is left out: ${counted.join(', ')}.`
  }
  const pointing = new Set(
    tagged.flatMap(({ references }) =>
      Object.keys(references).filter(name => name !== 'Governor' && name !== 'Dependent')
    )
  )
  if (pointing.size > 0)
    yield `Features that point at other structures are left out: ${[...pointing].join(', ')}.`
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
