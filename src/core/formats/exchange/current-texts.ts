import { CodePointIndex } from '../../anchoring/code-points'
import type { Annotation, Article, Relation, Revision } from '../../project/entities'
import { fileNameFor } from '../file-name'
import type { FormatIssue } from '../format'
import type { ProjectSource } from '../project-source'
import { showText } from '../problems'
import { WriteFailure } from '../write-failure'

/** An article in the text that is annotated now, as most formats carry it. */
export interface CurrentText {
  /** From 0, in the order of the project. */
  position: number
  /** Name for the article's own file, without an extension, unlike those of all others: `001-a-title`. */
  stem: string
  article: Article
  revision: Revision
  /** Converts the UTF-16 offsets of spans to code points. */
  index: CodePointIndex
  /** Of this revision, in row order. */
  annotations: readonly Annotation[]
  /** Those with both ends among these annotations. */
  relations: readonly Relation[]
}

/**
 * Article by article the text that is annotated now. Annotations of older texts, and relations that lead out of
 * the article, are left out and reported.
 * @throws WriteFailure when an article lacks its text, or a span does not cover its quote.
 */
export function* currentTexts(source: ProjectSource, issues: FormatIssue[]): Generator<CurrentText> {
  let position = 0
  for (const { article, revisions, annotations, relations } of source.articles()) {
    const revision = revisions.find(row => row.number === article.revision)
    if (revision === undefined) {
      const message = `There is no revision ${article.revision} of the article ${showText(article.title)}`
      throw new WriteFailure({ code: 'dangling-id', message, place: `articles[${position}]` })
    }
    const current = annotations.filter(row => row.revision === article.revision)
    for (const row of annotations) {
      if (row.revision === article.revision) checkQuotes(row, revision.text)
      else report(issues, row, 'stands in an earlier revision of its article; left out.')
    }
    const ids = new Set<string>(current.map(row => row.id))
    yield {
      position,
      stem: `${String(position + 1).padStart(3, '0')}-${fileNameFor(article.title, 'article')}`,
      article,
      revision,
      index: new CodePointIndex(revision.text),
      annotations: current,
      relations: relations.filter(row => {
        if (ids.has(row.from) && ids.has(row.to)) return true
        const message = 'The relation has an end outside the text of this article; left out.'
        issues.push({ place: `relations[${JSON.stringify(row.id)}]`, message })
        return false
      })
    }
    position += 1
  }
}

function report(issues: FormatIssue[], row: Annotation, what: string): void {
  issues.push({ place: `annotations[${JSON.stringify(row.id)}]`, message: `The annotation ${what}` })
}

function checkQuotes(row: Annotation, text: string): void {
  for (const [at, { startUtf16, endUtf16, quote }] of row.spans.entries()) {
    const found = text.slice(startUtf16, endUtf16)
    if (found === quote) continue
    const message = `The span should read ${showText(quote)}, but the text reads ${showText(found)} there`
    const place = `annotations[${JSON.stringify(row.id)}].spans[${at}]`
    throw new WriteFailure({ code: 'quote-differs', message, place })
  }
}
