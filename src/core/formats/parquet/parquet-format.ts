import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import { sha256OfText } from '../../project/sha256'
import { attributeStrings, entryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import type { Format, FormatIssue, OutgoingFile, WriteContext, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { datasetCard } from './dataset-card'
import { real, structs, text, texts, whole, type Column } from './parquet-schema'
import { parquetTable } from './parquet-table'

/** Apache Parquet, https://parquet.apache.org/docs/file-format/: three tables and a dataset card. */
export const parquetFormat: Format = {
  id: 'parquet',
  name: 'Parquet tables',
  description:
    'Documents, annotations and relations as three tables with a dataset card. For data frames, SQL and dataset hubs.',
  extensions: ['.parquet', '.md'],
  offsetUnit: 'code-point',
  losses: [
    'earlier-revisions',
    'pages',
    'article-state',
    'codebook',
    'register-details',
    'unused-entries',
    'annotator-roles',
    'relations-between-articles',
    'placements',
    'article-times'
  ],
  canWithholdText: true,
  notes: [
    'Spans, blocks and attributes are lists of structs. The dataset card (README.md) has the header that dataset hubs read.'
  ],
  write: writeParquet
}

const span = [text('role'), whole('start'), whole('end'), text('quote')]
const annotationColumns: readonly Column[] = [
  ...[text('id'), text('document_id'), text('layer'), whole('start'), whole('end'), text('quote')],
  structs('spans', span),
  structs('attributes', [text('name'), texts('values')]),
  ...[
    text('memo'),
    real('confidence'),
    text('annotator'),
    text('origin'),
    text('created_at'),
    text('updated_at')
  ]
]
const documentColumns: readonly Column[] = [
  ...[
    text('id'),
    text('title'),
    text('byline'),
    text('outlet'),
    text('url'),
    text('published'),
    text('language')
  ],
  ...[text('text_sha256'), text('text')],
  structs('blocks', [text('type'), whole('level'), whole('start'), whole('end')])
]
const relationColumns: readonly Column[] = [
  ...[text('id'), text('type'), text('from_id'), text('to_id'), text('annotator')]
]

function writeParquet(source: ProjectSource, context: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const withheld = context.withholdsText === true
  const metadata = {
    generator: `${context.generator.name} ${context.generator.version}`,
    offset_unit: 'unicode-code-point',
    project: source.head.project.title
  }
  const table = (
    name: string,
    columns: readonly Column[],
    rows: () => Iterable<Record<string, unknown>>
  ): OutgoingFile => ({
    name: `data/${name}.parquet`,
    chunks: { [Symbol.iterator]: () => parquetTable(columns, rows(), metadata) }
  })
  return {
    issues,
    files: [
      table('annotations', annotationColumns, () => {
        issues.length = 0
        return annotationRows(source, issues, withheld)
      }),
      table('documents', documentColumns, () => documentRows(source, withheld)),
      table('relations', relationColumns, () => relationRows(source)),
      { name: 'README.md', chunks: [datasetCard(source, context)] }
    ]
  }
}

function* annotationRows(source: ProjectSource, issues: FormatIssue[], withheld: boolean) {
  const names = entryNames(source.head)
  const quoteOf = (quote: string) => (withheld ? `sha256:${sha256OfText(quote)}` : quote)
  for (const current of currentTexts(source, issues))
    for (const row of current.annotations) {
      const at = (utf16: number) => current.index.toCodePoint(utf16)
      const content = row.spans.filter(own => own.role === contentRole)
      yield {
        id: row.id,
        document_id: current.article.id,
        layer: row.layer,
        start: at(Math.min(...content.map(own => own.startUtf16))),
        end: at(Math.max(...content.map(own => own.endUtf16))),
        quote: quoteOf(content.map(own => own.quote).join(' […] ')),
        spans: row.spans.map(({ role, startUtf16, endUtf16, quote }) => ({
          ...{ role, start: at(startUtf16), end: at(endUtf16), quote: quoteOf(quote) }
        })),
        attributes: attributeStrings(row, findLayer(source.head.codebook, row.layer), names).map(
          ({ id, values }) => ({
            name: id,
            values
          })
        ),
        memo: row.memo,
        confidence: row.confidence,
        annotator: names.annotators.get(row.annotatorId) ?? row.annotatorId,
        origin: row.origin,
        created_at: row.createdAt,
        updated_at: row.updatedAt
      }
    }
}

function* documentRows(source: ProjectSource, withheld: boolean) {
  for (const current of currentTexts(source, [])) {
    const { id, title, byline, outlet, url, publishedAt, language } = current.article
    yield {
      ...{ id, title, byline, outlet, url, published: publishedAt, language },
      text_sha256: current.revision.textSha256,
      text: withheld ? null : current.revision.text,
      blocks: blocksOf(current)
    }
  }
}

function blocksOf({ revision, index }: CurrentText) {
  return revision.blocks.map(({ type, level, startUtf16, endUtf16 }) => ({
    ...{ type, level: level ?? null, start: index.toCodePoint(startUtf16), end: index.toCodePoint(endUtf16) }
  }))
}

function* relationRows(source: ProjectSource) {
  const names = entryNames(source.head)
  for (const { relations } of currentTexts(source, []))
    for (const { id, type, from, to, annotatorId } of relations)
      yield {
        id,
        type,
        from_id: from,
        to_id: to,
        annotator: names.annotators.get(annotatorId) ?? annotatorId
      }
}
