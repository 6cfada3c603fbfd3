import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import type { Annotation } from '../../project/entities'
import { element, tag, xmlHead, xmlText } from '../../xml/write-xml'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import type { Format, FormatIssue, OutgoingFile, Writing } from '../format'
import type { ProjectHead, ProjectSource } from '../project-source'

/** TEI P5 with stand-off annotation (https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html). */
export const teiFormat: Format = {
  id: 'tei',
  name: 'TEI P5 XML',
  description:
    'Each article as a TEI document: its text with anchors, and the annotations stand-off. For editions and archives.',
  extensions: ['.tei.xml'],
  offsetUnit: 'none',
  losses: [
    'earlier-revisions',
    'pages',
    'article-state',
    'codebook',
    'register-details',
    'unused-entries',
    'annotator-roles',
    'relations-between-articles',
    'relation-annotators',
    'origins',
    'placements',
    'times',
    'article-times'
  ],
  notes: [
    'Passages overlap freely: an empty `anchor` stands at each of their ends, and a `span` points from one to the other. An `annotation` gathers the spans of one tag; its attributes and memo are notes.'
  ],
  write: writeTei
}

function writeTei(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const names = entryNames(source.head)
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      for (const text of currentTexts(source, issues)) {
        const chunks = { [Symbol.iterator]: () => documentChunks(text, source.head, names) }
        yield { name: `${text.stem}.tei.xml`, chunks }
      }
    }
  }
  return { files, issues }
}

function* documentChunks(text: CurrentText, head: ProjectHead, names: EntryNames): Generator<string> {
  const numberOf = new Map(text.annotations.map((row, at) => [row.id, at + 1]))
  const language = text.article.language === '' ? undefined : text.article.language
  yield xmlHead + tag('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': language }, false)
  yield `\n${headerXml(text, head)}\n<standOff>\n<spanGrp>\n`
  for (const row of text.annotations) yield spansXml(row, numberOf.get(row.id) ?? 0)
  yield '</spanGrp>\n<listAnnotation>\n'
  for (const row of text.annotations) yield annotationXml(row, head, names, numberOf.get(row.id) ?? 0)
  yield '</listAnnotation>\n'
  const relations = text.relations.map(row =>
    tag('relation', {
      name: row.type,
      active: `#a${numberOf.get(row.from) ?? 0}`,
      passive: `#a${numberOf.get(row.to) ?? 0}`
    })
  )
  if (relations.length > 0) yield `${element('listRelation', {}, relations.join('\n'))}\n`
  yield '</standOff>\n<text>\n<body>\n'
  yield* bodyChunks(text)
  yield '</body>\n</text>\n</TEI>\n'
}

function headerXml({ article }: CurrentText, { codebook, annotators }: ProjectHead): string {
  const { title, byline, outlet, url, publishedAt } = article
  const people = annotators.map((row, at) =>
    element('respStmt', { 'xml:id': `r${at + 1}` }, `<resp>annotator</resp><name>${xmlText(row.name)}</name>`)
  )
  const author = byline === '' ? '' : `<author>${xmlText(byline)}</author>`
  const when = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(publishedAt) ? publishedAt : undefined
  const date = publishedAt === '' ? '' : element('date', { when }, xmlText(publishedAt))
  const link = url === '' ? '' : tag('ptr', { target: url })
  const bibl = `<bibl><title>${xmlText(title)}</title>${author}${outlet === '' ? '' : `<publisher>${xmlText(outlet)}</publisher>`}${date}${link}</bibl>`
  const categories = codebook.layers.map(layer =>
    element(
      'category',
      { 'xml:id': layerId(layer.id) },
      `<catDesc>${xmlText(`${layer.name}. ${layer.guidance ?? ''}`.trim())}</catDesc>`
    )
  )
  return [
    '<teiHeader>',
    `<fileDesc><titleStmt><title>${xmlText(title)}</title>${author}${people.join('')}</titleStmt>`,
    '<publicationStmt><p>Annotated with Counterpoint.</p></publicationStmt>',
    `<sourceDesc>${bibl}</sourceDesc></fileDesc>`,
    `<encodingDesc><classDecl>${element('taxonomy', {}, categories.join(''))}</classDecl></encodingDesc>`,
    '</teiHeader>'
  ].join('\n')
}

/** An XML name: ids of layers can begin with anything. */
function layerId(id: string): string {
  return `layer-${id.replace(/[^\p{L}\p{N}.-]/gu, '_')}`
}

const anchorId = (utf16: number) => `c${utf16}`

function spansXml(row: Annotation, number: number): string {
  return row.spans
    .map(({ role, startUtf16, endUtf16 }, at) => {
      const ends = { from: `#${anchorId(startUtf16)}`, to: `#${anchorId(endUtf16)}` }
      const type = role === contentRole ? undefined : role
      return `${tag('span', { 'xml:id': `s${number}.${at + 1}`, type, ana: `#${layerId(row.layer)}`, ...ends })}\n`
    })
    .join('')
}

function annotationXml(row: Annotation, head: ProjectHead, names: EntryNames, number: number): string {
  const strings = attributeStrings(row, findLayer(head.codebook, row.layer), names)
  const notes = [
    ...strings.flatMap(({ id, values }) =>
      values.map(value => element('note', { type: id }, xmlText(value)))
    ),
    ...(row.memo === '' ? [] : [element('note', { type: 'memo' }, xmlText(row.memo))]),
    ...(row.confidence === null ? [] : [element('note', { type: 'confidence' }, String(row.confidence))])
  ]
  const by = head.annotators.findIndex(annotator => annotator.id === row.annotatorId)
  const attributes = {
    'xml:id': `a${number}`,
    ana: `#${layerId(row.layer)}`,
    motivation: 'classifying',
    target: row.spans.map((_, at) => `#s${number}.${at + 1}`).join(' '),
    resp: by === -1 ? undefined : `#r${by + 1}`
  }
  return `${notes.length === 0 ? tag('annotation', attributes) : element('annotation', attributes, notes.join(''))}\n`
}

/** The text in its blocks, with an anchor wherever a span begins or ends. */
function* bodyChunks({ revision, annotations }: CurrentText): Generator<string> {
  const anchors = [
    ...new Set(annotations.flatMap(row => row.spans.flatMap(span => [span.startUtf16, span.endUtf16])))
  ]
  anchors.sort((a, b) => a - b)
  let next = 0
  for (const { type, level, startUtf16, endUtf16 } of revision.blocks) {
    let content = ''
    let at = startUtf16
    // An anchor in the gap before a block stands at its beginning: white space between blocks has no place in TEI.
    for (; next < anchors.length && (anchors[next] ?? 0) <= endUtf16; next += 1) {
      const anchor = anchors[next] ?? 0
      content +=
        xmlText(revision.text.slice(at, Math.max(at, anchor))) + tag('anchor', { 'xml:id': anchorId(anchor) })
      at = Math.max(at, anchor)
    }
    content += xmlText(revision.text.slice(at, endUtf16))
    yield `${type === 'paragraph' ? element('p', {}, content) : element('ab', { type, n: level }, content)}\n`
  }
  const rest = anchors.slice(next).map(anchor => tag('anchor', { 'xml:id': anchorId(anchor) }))
  if (rest.length > 0) yield `${element('ab', {}, rest.join(''))}\n`
}
