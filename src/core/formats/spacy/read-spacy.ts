import type { ProjectData } from '../../project/entities'
import type { AnnotationId } from '../../project/ids'
import type { Result } from '../../result'
import { jsonLines } from '../exchange/json-lines'
import {
  ProjectBuilder,
  type AddedArticle,
  type ForeignAnnotation,
  type ForeignSpan
} from '../exchange/project-builder'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { spacyLineSchema, type SpacyEnd, type SpacyLine, type SpacySpan } from './spacy-schema'

/** Tasks that were rejected or passed over are left out and reported: their spans are not what somebody decided. */
export function readSpacy(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const builder = new ProjectBuilder(context, { title: 'Prodigy tasks' })
  let count = 0
  for (const { row, place } of jsonLines(files, spacyLineSchema, builder.problems)) {
    count += 1
    if (row.answer === 'reject' || row.answer === 'ignore') {
      builder.issues.push({ place, message: `The task was answered with “${row.answer}”; left out.` })
      continue
    }
    const title = row.meta?.title ?? `Text ${count}`
    const article = builder.addArticle({ text: row.text, unit: 'code-point', title, ...about(row) }, place)
    if (article !== null) addAll(builder, article, row, place)
  }
  if (count === 0) builder.problem('no-text', 'There is no line with a text', files[0]?.name ?? '')
  return builder.build()
}

function about({ meta }: SpacyLine) {
  const text = (key: string) => (typeof meta?.[key] === 'string' ? meta[key] : '')
  return {
    byline: text('byline'),
    outlet: text('source'),
    url: text('url'),
    publishedAt: text('published'),
    language: text('language')
  }
}

function addAll(builder: ProjectBuilder, article: AddedArticle, row: SpacyLine, place: string): void {
  const added = new Map<string, AnnotationId>()
  for (const spans of groups(row.spans)) {
    const [first] = spans
    if (first === undefined) continue
    const id = builder.addAnnotation(article, toAnnotation(first, spans, row), place)
    if (id !== null)
      for (const span of spans) added.set(keyOf(span), id).set(span.annotation ?? keyOf(span), id)
  }
  const endOf = (id: string | undefined, span: SpacyEnd | undefined, token: number | undefined) =>
    added.get(id ?? '') ??
    (span === undefined ? undefined : added.get(keyOf(span))) ??
    added.get(spanAround(row, span ?? row.tokens?.[token ?? -1]) ?? '')
  for (const { label, head_span, child_span, from, to, head, child } of row.relations ?? []) {
    const [source, target] = [endOf(from, head_span, head), endOf(to, child_span, child)]
    if (source !== undefined && target !== undefined) builder.addRelation(label, source, target, place)
    else
      builder.issues.push({ place, message: `The relation ${label} has an end without one span; left out.` })
  }
}

/** The key of the one span that covers this stretch; undefined where none does, or several do. */
function spanAround(row: SpacyLine, stretch: { start: number; end: number } | undefined): string | undefined {
  if (stretch === undefined) return undefined
  const around = row.spans.filter(span => span.start <= stretch.start && stretch.end <= span.end)
  const [only] = around
  return only === undefined || around.length > 1 ? undefined : keyOf(only)
}

function groups(spans: readonly SpacySpan[]): SpacySpan[][] {
  const byAnnotation = new Map<string, SpacySpan[]>()
  spans.forEach((span, at) => {
    const key = span.annotation ?? `span ${at}`
    byAnnotation.set(key, [...(byAnnotation.get(key) ?? []), span])
  })
  return [...byAnnotation.values()]
}

function toAnnotation(first: SpacySpan, spans: readonly SpacySpan[], row: SpacyLine): ForeignAnnotation {
  const { label, annotation, attributes, memo, confidence } = first
  const annotator = first.annotator ?? row._annotator_id ?? row._session_id
  return {
    label,
    spans: spans.map((span): ForeignSpan => {
      const { start, end, role, text } = span
      return {
        start,
        end,
        ...(role === undefined ? {} : { role }),
        ...(text === undefined ? {} : { quote: text })
      }
    }),
    ...(annotation === undefined ? {} : { id: annotation }),
    ...(attributes === undefined ? {} : { attributes }),
    ...(memo === undefined ? {} : { memo }),
    ...(annotator === undefined ? {} : { annotator }),
    ...(confidence === undefined ? {} : { confidence })
  }
}

function keyOf({ start, end, label }: SpacyEnd): string {
  return `${start} ${end} ${label ?? ''}`
}
