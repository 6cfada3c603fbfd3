import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import type { Annotation, Span } from '../../project/entities'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { fileNameFor } from '../file-name'
import type { FormatIssue, Writing } from '../format'
import type { ProjectHead, ProjectSource } from '../project-source'
import { partRelation, pieceRelation } from './label-studio-schema'
import { controlName, controlOf, labellingConfig, partLabel } from './labelling-config'

/** One list of tasks, and the labelling configuration that shows them. */
export function writeLabelStudio(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const name = fileNameFor(source.head.project.title)
  const chunks = {
    *[Symbol.iterator]() {
      issues.length = 0
      const names = entryNames(source.head)
      let front = '[\n'
      for (const text of currentTexts(source, issues)) {
        yield front + JSON.stringify(toTask(text, source.head, names))
        front = ',\n'
      }
      yield front === '[\n' ? '[]\n' : '\n]\n'
    }
  }
  const config = labellingConfig(source.head.codebook)
  return {
    files: [
      { name: `${name}.label-studio.json`, chunks },
      { name: 'labelling-config.xml', chunks: [config] }
    ],
    issues
  }
}

function toTask(text: CurrentText, head: ProjectHead, names: EntryNames) {
  const { article, revision, position } = text
  const regionOf = new Map<string, string>()
  const regions = text.annotations.flatMap(row => {
    regionOf.set(row.id, regionId(row, 0))
    return toResults(row, text, head, names)
  })
  const relations = text.relations.map(row =>
    relation(regionOf.get(row.from), regionOf.get(row.to), row.type)
  )
  return {
    id: position + 1,
    data: {
      text: revision.text,
      title: article.title,
      byline: article.byline,
      outlet: article.outlet,
      url: article.url,
      publishedAt: article.publishedAt,
      language: article.language
    },
    annotations: [{ result: [...regions, ...relations] }]
  }
}

/** Regions for its pieces and parts, the controls of the first one, and relations that hold them together. */
function toResults(row: Annotation, text: CurrentText, head: ProjectHead, names: EntryNames): object[] {
  const isContent = (span: Span) => span.role === contentRole
  const ordered = [...row.spans.filter(isContent), ...row.spans.filter(span => !isContent(span))]
  const first = regionId(row, 0)
  const meta = {
    ...(row.memo !== '' && { text: [row.memo] }),
    annotator: names.annotators.get(row.annotatorId) ?? row.annotatorId,
    ...(row.confidence !== null && { confidence: row.confidence })
  }
  const regions = ordered.map((span, at) => ({
    id: regionId(row, at),
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { ...place(span, text), labels: [isContent(span) ? row.layer : partLabel(row.layer, span.role)] },
    ...(at === 0 && { meta })
  }))
  const links = ordered
    .slice(1)
    .map((span, at) => relation(first, regionId(row, at + 1), isContent(span) ? pieceRelation : partRelation))
  const [head0] = ordered
  const controls = head0 === undefined ? [] : toControls(row, head0, text, head, names)
  return [...regions, ...controls, ...links]
}

function toControls(row: Annotation, span: Span, text: CurrentText, head: ProjectHead, names: EntryNames) {
  return attributeStrings(row, findLayer(head.codebook, row.layer), names).map(
    ({ id, attribute, values }) => {
      const type = controlOf(attribute)
      const { start, end } = place(span, text)
      const value =
        type === 'choices'
          ? { choices: values }
          : type === 'number'
            ? { number: Number(values[0]) }
            : { text: values }
      return {
        id: regionId(row, 0),
        from_name: controlName(row.layer, id),
        to_name: 'text',
        type,
        value: { start, end, ...value }
      }
    }
  )
}

function place({ startUtf16, endUtf16, quote }: Span, { index }: CurrentText) {
  return { start: index.toCodePoint(startUtf16), end: index.toCodePoint(endUtf16), text: quote }
}

function regionId(row: Annotation, at: number): string {
  return at === 0 ? row.id : `${row.id}.${at + 1}`
}

function relation(from: string | undefined, to: string | undefined, label: string) {
  return { type: 'relation', from_id: from, to_id: to, direction: 'right', labels: [label] }
}
