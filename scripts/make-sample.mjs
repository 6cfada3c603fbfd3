/**
 * Makes resources/sample/sample.counterpoint.json from the articles and annotations written beside it.
 * Quotes are looked up, never counted by hand; one that is missing or could mean two places stops it.
 * `--check` writes nothing and fails when the file is not what its sources make.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { claims } from '../resources/sample/annotations/claims.mjs'
import { legalEvents } from '../resources/sample/annotations/legal-events.mjs'
import { perspectives } from '../resources/sample/annotations/perspectives.mjs'
import { actors, annotators, cases, issues, project } from '../resources/sample/annotations/registers.mjs'
import { relations } from '../resources/sample/annotations/relations.mjs'
import * as secondArticle from '../resources/sample/annotations/second-article.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(root, 'resources/sample/sample.counterpoint.json')
/** Each article with what is tagged in it, in the order of the dataset. */
const sources = [
  {
    id: 'article-sample',
    revisionId: 'revision-sample-1',
    file: 'article.md',
    rows: { claim: claims, perspective: perspectives, 'legal-event': legalEvents }
  },
  {
    id: 'article-second',
    revisionId: 'revision-second-1',
    file: 'second-article.md',
    rows: {
      claim: secondArticle.claims,
      perspective: secondArticle.perspectives,
      'legal-event': secondArticle.legalEvents
    }
  }
]
const taggingBegan = Date.parse('2024-09-23T09:00:00.000Z')
const exportedAt = '2024-09-24T12:00:00.000Z'
const generator = { name: 'Counterpoint', version: '0.1.0' }

/** Front matter, the text with blocks joined by a blank line, and the blocks in UTF-16 offsets. */
function parseArticle(markdown) {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown)
  const meta = Object.fromEntries(head.split('\n').map(line => line.split(/:\s*(.*)/s).slice(0, 2)))
  let text = ''
  const blocks = []
  for (const source of body.trim().split(/\n{2,}/)) {
    const [, marks, words] = /^(#*)\s*(.*)$/s.exec(source)
    if (text !== '') text += '\n\n'
    const kind = marks === '' ? { type: 'paragraph' } : { type: 'heading', level: marks.length }
    blocks.push({ ...kind, start: text.length, end: text.length + words.length })
    text += words
  }
  return { meta, text, blocks }
}

/**
 * Where a quote stands, in UTF-16. A locator is the quote, or `{ quote, after }` for its first occurrence
 * behind another phrase that must itself be unique.
 */
function locate(text, locator, region, place) {
  const { quote, after } = typeof locator === 'string' ? { quote: locator } : locator
  if (after !== undefined) {
    const anchor = locate(text, after, region, `${place}, after`)
    const start = text.indexOf(quote, anchor.end)
    if (start < 0 || start + quote.length > region.end)
      throw new Error(`${place}: no "${quote}" after "${after}"`)
    return { start, end: start + quote.length, quote }
  }
  const found = occurrences(text.slice(region.start, region.end), quote)
  if (found.length !== 1) throw new Error(`${place}: "${quote}" occurs ${found.length} times`)
  const start = region.start + found[0]
  return { start, end: start + quote.length, quote }
}

/** Whole words only: "he" is not found in "the". */
function occurrences(text, quote) {
  const found = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const isWordBefore = /^\w/.test(quote) && /\w$/.test(text.slice(0, at))
    const isWordAfter = /\w$/.test(quote) && /^\w/.test(text.slice(at + quote.length))
    if (!isWordBefore && !isWordAfter) found.push(at)
  }
  return found
}

const asList = value => (value === undefined ? [] : [value].flat())

/** The spans of one authored annotation, role by role and in text order within a role. */
function makeSpans(authored, layer, { text, blocks }) {
  const content = asList(authored.content).map(quote => {
    return locate(text, quote, { start: 0, end: text.length }, authored.id)
  })
  const touched = blocks.filter(({ start, end }) =>
    content.some(span => span.start < end && span.end > start)
  )
  const region = { start: touched[0].start, end: touched.at(-1).end }
  return layer.spanRoles.flatMap(role => {
    const found =
      role === 'content'
        ? content
        : asList(authored[role]).map(quote => locate(text, quote, region, `${authored.id}, ${role}`))
    return found
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, quote }) => {
        if (text.slice(start, end) !== quote)
          throw new Error(`${authored.id}: the text differs from "${quote}"`)
        return { role, start, end, quote }
      })
  })
}

const inCodePoints = text => utf16 => [...text.slice(0, utf16)].length

/** `before` annotations were made in earlier articles: one a minute. */
function makeAnnotations(source, article, layers, before) {
  const known = ['id', 'content', 'attributes', 'memo', 'confidence']
  const toCodePoint = inCodePoints(article.text)
  return Object.entries(source.rows)
    .flatMap(([layerId, rows]) => {
      const layer = layers.find(({ id }) => id === layerId)
      return rows.map(row => {
        const stray = Object.keys(row).filter(key => ![...known, ...layer.spanRoles].includes(key))
        if (stray.length > 0) throw new Error(`${row.id}: unknown key ${stray.join(', ')}`)
        return { row, layerId, spans: makeSpans(row, layer, article) }
      })
    })
    .sort((a, b) => a.spans[0].start - b.spans[0].start || b.spans[0].end - a.spans[0].end)
    .map(({ row, layerId, spans }, index) => {
      const at = new Date(taggingBegan + (before + index) * 60_000).toISOString()
      return {
        id: row.id,
        articleId: source.id,
        revision: 1,
        layer: layerId,
        spans: spans.map(span => ({ ...span, start: toCodePoint(span.start), end: toCodePoint(span.end) })),
        attributes: row.attributes,
        memo: row.memo ?? '',
        confidence: row.confidence ?? null,
        annotatorId: annotators[0].id,
        origin: 'manual',
        createdAt: at,
        updatedAt: at
      }
    })
}

function makeArticle(source, article) {
  const { title, byline, outlet, url, publishedAt, language } = article.meta
  const toCodePoint = inCodePoints(article.text)
  const at = new Date(taggingBegan).toISOString()
  return {
    ...{ id: source.id, title, byline, outlet, url, publishedAt, language, revision: 1, text: article.text },
    textSha256: createHash('sha256').update(article.text, 'utf8').digest('hex'),
    blocks: article.blocks.map(({ start, end, ...kind }) => {
      return { ...kind, start: toCodePoint(start), end: toCodePoint(end) }
    }),
    ...{ status: 'done', original: null, createdAt: at, updatedAt: at },
    ...{ revisionId: source.revisionId, revisionCreatedAt: at }
  }
}

function makeDataset(codebook) {
  const at = new Date(taggingBegan).toISOString()
  const articles = []
  const annotations = []
  for (const source of sources) {
    const article = parseArticle(readFileSync(join(root, 'resources/sample', source.file), 'utf8'))
    articles.push(makeArticle(source, article))
    annotations.push(...makeAnnotations(source, article, codebook.layers, annotations.length))
  }
  return {
    format: 'counterpoint-dataset',
    version: 1,
    generator,
    exportedAt,
    offsetUnit: 'unicode-code-point',
    project: { ...project, createdAt: at, updatedAt: at },
    codebook,
    ...{ annotators, actors, issues, cases, articles, annotations, relations }
  }
}

/** Through the app's own reader and writer: what they do not take as it is, the sample must not hold. */
async function throughTheApp(dataset) {
  const { module } = await runnerImport(join(root, 'src/core/formats/dataset/dataset-format.ts'))
  const bytes = new TextEncoder().encode(JSON.stringify(dataset))
  const newId = () => {
    throw new Error('A row of the sample has no id')
  }
  const read = module.datasetFormat.read([{ name: 'sample.counterpoint.json', bytes }], {
    newId,
    now: exportedAt
  })
  if (!read.ok) throw new Error(`${read.error.place ?? ''}: ${read.error.message}`)
  const { module: sources } = await runnerImport(join(root, 'src/core/formats/project-source.ts'))
  const source = sources.sourceOf(read.value.data)
  const written = module.datasetFormat.write(source, { generator, exportedAt })
  const text = [...written.files].map(file => [...file.chunks].join('')).join('')
  const issues = [...read.value.issues, ...written.issues]
  if (issues.length > 0) throw new Error(issues.map(issue => `${issue.place}: ${issue.message}`).join('\n'))
  return text
}

const { module } = await runnerImport(join(root, 'src/core/project/built-in-codebook.ts'))
const text = await throughTheApp(makeDataset(module.builtInCodebook))
if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  throw new Error('The sample is not what its sources make. Run: node scripts/make-sample.mjs')
}
