import { cutTo } from '../anchoring/cut-to'
import { countWords } from '../anchoring/words'
import type { FormatIssue } from '../formats/format'
import type { ArticleRows, ProjectSource } from '../formats/project-source'
import type { Annotation, Article, Attributes, Relation, Revision } from '../project/entities'
import { mapMentions } from '../project/registers/mentions'
import { sha256OfText } from '../project/sha256'
import { once } from './choose-rows'
import { ActorNames } from './actor-names'
import type { Replacement } from './name-form'
import { pseudonymousHead } from './pseudonymous-head'
import { mergeSpans, replaceIn, ReplacedOffsets } from './replaced-text'

/**
 * The project with invented names for its actors: `Person 1`, `Organisation 2`, `Group 3`, in the register, in
 * texts, titles, bylines, quotations, memos and what was written into attributes; offsets, word counts and
 * checksums are those of the new texts. Ids of actors, issues and cases, which can be telling, become numbers.
 * Web addresses, original files, docket numbers and links, which lead to the names, are left out. ActorNames are
 * found as the register writes them, and persons also by their last name. `issues` grows while rows are taken
 * and says, without naming anybody, where a word of a person's name is left; parts of one project share `names`,
 * and each thing is said once.
 */
export function pseudonymise(
  source: ProjectSource,
  issues: FormatIssue[] = [],
  names = new ActorNames(source.head, issues)
): ProjectSource {
  /** By revision; writers take articles before annotations, so that these are mostly there already. */
  const offsets: Offsets = new Map()
  const findAll = once(() => addAllOffsets(source, names, offsets))
  const offsetsOf = (row: Annotation) => {
    const key = revisionKey(row.articleId, row.revision)
    if (!offsets.has(key)) findAll()
    return offsets.get(key)
  }
  return {
    head: pseudonymousHead(source.head, names),
    get counts() {
      return source.counts
    },
    *articles(): Generator<ArticleRows> {
      for (const rows of source.articles()) yield pseudonymousRows(rows, names, offsets)
    },
    *annotations(): Generator<Annotation> {
      for (const row of source.annotations()) yield pseudonymousAnnotation(row, offsetsOf(row), names)
    },
    *relations(): Generator<Relation> {
      yield* source.relations()
    }
  }
}

type Offsets = Map<string, ReplacedOffsets>

function pseudonymousRows(rows: ArticleRows, names: ActorNames, offsets: Offsets): ArticleRows {
  const place = `articles[${JSON.stringify(rows.article.id)}]`
  const revisions = rows.revisions.map((row): Revision => {
    const replacements = names.find(row.text, place)
    const moved = new ReplacedOffsets(replacements)
    offsets.set(revisionKey(row.articleId, row.number), moved)
    return replacements.length === 0 ? row : pseudonymousRevision(row, replacements, moved)
  })
  const current = revisions.find(row => row.number === rows.article.revision)
  return {
    article: pseudonymousArticle(rows.article, current?.text, names, place),
    revisions,
    annotations: rows.annotations.map(row =>
      pseudonymousAnnotation(row, offsets.get(revisionKey(row.articleId, row.revision)), names)
    ),
    relations: rows.relations
  }
}

function pseudonymousArticle(
  row: Article,
  text: string | undefined,
  names: ActorNames,
  place: string
): Article {
  return {
    ...row,
    title: cutTo(names.replace(row.title, place), 1000),
    byline: names.replace(row.byline, place),
    outlet: names.replace(row.outlet, place),
    url: '',
    original: null,
    wordCount: text === undefined ? row.wordCount : countWords(text)
  }
}

function pseudonymousRevision(
  row: Revision,
  replacements: readonly Replacement[],
  moved: ReplacedOffsets
): Revision {
  const text = replaceIn(row.text, replacements)
  const blocks = row.blocks.map(block => ({
    ...block,
    startUtf16: moved.start(block.startUtf16),
    endUtf16: moved.end(block.endUtf16)
  }))
  const pages = row.pages?.map(page => ({ ...page, startUtf16: moved.start(page.startUtf16) }))
  return { ...row, text, textSha256: sha256OfText(text), blocks, ...(pages === undefined ? {} : { pages }) }
}

function pseudonymousAnnotation(
  row: Annotation,
  offsets: ReplacedOffsets | undefined,
  names: ActorNames
): Annotation {
  const place = `annotations[${JSON.stringify(row.id)}]`
  const spans = offsets === undefined ? row.spans : mergeSpans(row.spans.map(span => offsets.span(span)))
  const attributes = pseudonymousAttributes(row, names, place)
  return { ...row, spans, attributes, memo: names.replace(row.memo, place) }
}

function pseudonymousAttributes(row: Annotation, names: ActorNames, place: string): Attributes {
  const { layers } = names
  let attributes = mapMentions(row, layers, 'actor', id => names.actorId(id))
  attributes = mapMentions({ ...row, attributes }, layers, 'issue', id => names.issueId(id))
  attributes = mapMentions({ ...row, attributes }, layers, 'case', id => names.caseId(id))
  const kinds = new Map(layers.get(row.layer)?.attributes.map(({ id, kind }) => [id, kind]))
  const written: Attributes = {}
  for (const [id, value] of Object.entries(attributes)) {
    const kind = kinds.get(id)
    if (kind === 'links') continue
    const isWritten = kind === undefined || kind === 'text' || kind === 'long-text'
    if (isWritten && typeof value === 'string') written[id] = names.replace(value, place)
    else written[id] = value
  }
  return written
}

/** Asked for when annotations are taken before the texts they stand in. */
function addAllOffsets(source: ProjectSource, names: ActorNames, offsets: Offsets): void {
  for (const { article, revisions } of source.articles())
    for (const { text, number } of revisions) {
      const replacements = names.find(text, `articles[${JSON.stringify(article.id)}]`)
      offsets.set(revisionKey(article.id, number), new ReplacedOffsets(replacements))
    }
}

function revisionKey(articleId: string, revision: number): string {
  return `${articleId} ${revision}`
}
