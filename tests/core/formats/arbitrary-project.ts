import fc from 'fast-check'
import { countWords } from '../../../src/core/anchoring/words'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type { Attribute } from '../../../src/core/project/codebook'
import {
  actorSchema,
  annotationSchema,
  annotatorSchema,
  articleSchema,
  caseSchema,
  issueSchema,
  projectSchema,
  relationSchema,
  relationTypes,
  revisionSchema,
  type Annotation,
  type AttributeValue,
  type ProjectData,
  type Revision,
  type Span
} from '../../../src/core/project/entities'
import { projectIdSchema } from '../../../src/core/project/ids'
import { sha256OfText } from '../../../src/core/project/sha256'

const at = '2024-08-28T09:30:00.000Z'
const projectId = projectIdSchema.parse('project-1')
const own = { projectId }

/** Words whose code units, code points and graphemes differ, beside plain ones. */
const word = fc.oneof(
  fc.constantFrom('prosecutors', 'said,', '“alleged”', 'a', '47', 'counts.'),
  fc.constantFrom(
    '👩‍👩‍👧‍👦',
    '⚖️',
    '🇺🇸',
    '👩🏽‍⚖️',
    '𝒜rt',
    'e\u0301tat',
    'نص',
    'עִבְרִית',
    '\u202bשלום\u202c',
    '漢字𠀀',
    '"q,\t\\"'
  )
)
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
const seed = fc.nat({ max: 1_000_000 })
const tag = fc.record({
  article: seed,
  layer: seed,
  cuts: fc.array(seed, { minLength: 4, maxLength: 4 }),
  pieces: fc.integer({ min: 1, max: 2 }),
  values: fc.array(fc.option(seed), { minLength: 12, maxLength: 12 }),
  memo: fc.string({ unit: 'grapheme' }),
  confidence: fc.option(fc.constantFrom(0, 0.25, 1)),
  isEarlier: fc.boolean()
})

/** Projects as the app makes them: overlapping, nested, two-piece and cross-paragraph spans included. */
export const arbitraryProject: fc.Arbitrary<ProjectData> = fc
  .record({
    title: fc.constantFrom('One study', 'Große Fälle: 𝒜', '///'),
    articles: fc.array(
      fc.record({
        paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        isCorrected: fc.boolean()
      }),
      { minLength: 1, maxLength: 3 }
    ),
    tags: fc.array(tag, { maxLength: 12 }),
    links: fc.array(fc.tuple(seed, seed, seed), { maxLength: 4 })
  })
  .map(build)

interface Ingredients {
  title: string
  articles: { paragraphs: string[]; isCorrected: boolean }[]
  tags: Tag[]
  links: [number, number, number][]
}
type Tag = typeof tag extends fc.Arbitrary<infer T> ? T : never

function build({ title, articles, tags, links }: Ingredients): ProjectData {
  const registers = buildRegisters(title)
  const current = articles.map((row, index) => buildRevision(index, row.isCorrected ? 2 : 1, row.paragraphs))
  const earlier = articles.flatMap((row, index) =>
    row.isCorrected ? [buildRevision(index, 1, [...row.paragraphs, '🖋 an earlier end'])] : []
  )
  const annotations = tags.map((row, index) => buildAnnotation(row, index, current, earlier))
  // Only revisions that something points at belong to a project's data.
  const needed = earlier.filter(row =>
    annotations.some(a => a.articleId === row.articleId && a.revision === row.number)
  )
  const revisions = current.flatMap(row => [
    ...needed.filter(other => other.articleId === row.articleId),
    row
  ])
  return {
    ...registers,
    articles: current.map((row, index) => buildArticle(row, index)),
    revisions,
    annotations,
    relations: links.flatMap(([type, from, to], index) => buildRelation(index, type, from, to, annotations))
  }
}

function buildRegisters(title: string) {
  const empty = { court: '', jurisdiction: '', docketNumber: '' }
  const charge = { statute: '18 U.S.C. § 1952', description: '', counts: 50, defendants: ['ana'] }
  return {
    project: projectSchema.parse({ id: projectId, title, description: '', createdAt: at, updatedAt: at }),
    codebook: { ...builtInCodebook, projectId },
    annotators: [annotatorSchema.parse({ id: 'me', ...own, name: 'Me', role: 'adjudicator' })],
    actors: ['ana', 'bo'].map(id =>
      actorSchema.parse({
        id,
        ...own,
        name: id,
        kind: 'group',
        aliases: ['“A, B”'],
        ...(id === 'ana' && { colour: '#1f5fb8' }),
        role: '',
        affiliation: ''
      })
    ),
    issues: [
      issueSchema.parse({ id: 'why', ...own, question: 'Why?', shortName: '', description: '' }),
      issueSchema.parse({
        id: 'who',
        ...own,
        question: 'Who?',
        shortName: '',
        description: '',
        partOf: 'why'
      })
    ],
    cases: [caseSchema.parse({ id: 'us-v-ana', ...own, name: 'U.S. v. Ana', ...empty, charges: [charge] })]
  }
}

function buildRevision(article: number, number: number, paragraphs: string[]): Revision {
  const text = paragraphs.join('\n\n')
  let startUtf16 = 0
  const blocks = paragraphs.map((piece, index) => {
    const endUtf16 = startUtf16 + piece.length
    const block = { type: 'paragraph', startUtf16, endUtf16 }
    startUtf16 = endUtf16 + 2
    return index === 0 ? { ...block, type: 'heading', level: 2 } : block
  })
  return revisionSchema.parse({
    ...{ id: `revision-${article}-${number}`, ...own, articleId: `article-${article}`, number },
    ...{ text, textSha256: sha256OfText(text), blocks, createdAt: at },
    // Every other text had pages: one for each paragraph, and the first begins a little into the text.
    ...(article % 2 === 1 && {
      pages: blocks.map(({ endUtf16 }, index) => ({ label: `p${index + 1}`, startUtf16: endUtf16 }))
    })
  })
}

function buildArticle(revision: Revision, index: number) {
  const original = index % 2 === 0 ? null : { fileName: 'a.txt', sha256: sha256OfText('a') }
  return articleSchema.parse({
    ...{
      id: revision.articleId,
      ...own,
      title: `Article “${index}”`,
      byline: '',
      outlet: 'The Post',
      url: ''
    },
    ...{ publishedAt: '2024-08-28', language: 'en', status: 'in-progress', revision: revision.number },
    ...{ wordCount: countWords(revision.text), original, createdAt: at, updatedAt: at }
  })
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function buildAnnotation(row: Tag, index: number, current: Revision[], earlier: Revision[]): Annotation {
  const main = pick(current, row.article)
  const old = earlier.find(other => other.articleId === main.articleId)
  const revision = row.isEarlier && old !== undefined ? old : main
  const edges = [...segmenter.segment(revision.text)]
    .map(grapheme => grapheme.index)
    .concat(revision.text.length)
  const span = (role: string, a: number, b: number): Span[] => {
    const [startUtf16, endUtf16] = [pick(edges, a), pick(edges, b)].sort((x, y) => x - y) as [number, number]
    const quote = revision.text.slice(startUtf16, endUtf16)
    return quote === '' ? [] : [{ role, startUtf16, endUtf16, quote }]
  }
  const [a, b, c, d] = row.cuts as [number, number, number, number]
  const pieces = [...span('content', a, b), ...(row.pieces === 2 ? span('content', c, d) : [])]
  pieces.sort((x, y) => x.startUtf16 - y.startUtf16 || x.endUtf16 - y.endUtf16)
  // Marking twice widens: two pieces have words between them.
  const isApart =
    pieces.length < 2 || /\S/.test(revision.text.slice(pieces[0]?.endUtf16, pieces[1]?.startUtf16))
  const content =
    pieces.length === 0 ? span('content', 0, edges.length - 1) : isApart ? pieces : pieces.slice(0, 1)
  const layer = pick(builtInCodebook.layers, row.layer)
  const role = layer.spanRoles.at(-1) ?? 'content'
  const values = layer.attributes.flatMap((attribute, position): [string, AttributeValue][] => {
    const chosen = row.values[position % row.values.length]
    return chosen === null || chosen === undefined ? [] : [[attribute.id, valueFor(attribute, chosen)]]
  })
  return annotationSchema.parse({
    ...{
      id: `annotation-${index}`,
      ...own,
      articleId: revision.articleId,
      revision: revision.number,
      layer: layer.id
    },
    ...{ spans: [...content, ...span(role, b, c)], attributes: Object.fromEntries(values), memo: row.memo },
    ...{ confidence: row.confidence, annotatorId: 'me', origin: 'manual', createdAt: at, updatedAt: at },
    ...(index % 3 === 0 ? { placement: 'moved' } : {})
  })
}

function valueFor(attribute: Attribute, chosen: number): AttributeValue {
  const options = (attribute.options ?? []).map(option => option.id)
  const values: Record<Attribute['kind'], () => unknown> = {
    choice: () => pick(options, chosen),
    'multi-choice': () => [...new Set([pick(options, chosen), pick(options, chosen + 3)])],
    text: () => 'a, "b"\nc',
    'long-text': () => '=1+1\u2028🙂',
    number: () => chosen / 7,
    scale: () => attribute.minimum ?? 0,
    boolean: () => chosen % 2 === 0,
    date: () => pick(['2018-02-06', '2018', '2016~', '2017-21', '2018-04/2021-09'], chosen),
    actor: () =>
      attribute.allowsArticleVoice === true && chosen % 2 === 0 ? 'article' : pick(['ana', 'bo'], chosen),
    issue: () => 'why',
    case: () => 'us-v-ana',
    links: () => ['https://example.org/?q=1,2'],
    parties: () => [{ role: pick(options, chosen), actor: 'bo' }],
    counts: () => ({ charged: 100, hung: chosen })
  }
  return values[attribute.kind]() as AttributeValue
}

function buildRelation(index: number, type: number, from: number, to: number, annotations: Annotation[]) {
  if (annotations.length === 0) return []
  const ends = { from: pick(annotations, from).id, to: pick(annotations, to).id }
  return [
    relationSchema.parse({
      id: `r${index}`,
      ...own,
      type: pick(relationTypes, type),
      ...ends,
      annotatorId: 'me'
    })
  ]
}

function pick<T>(items: readonly T[], chosen: number): T {
  const item = items[chosen % items.length]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}
