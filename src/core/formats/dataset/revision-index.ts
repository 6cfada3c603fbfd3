import { CodePointIndex } from '../../anchoring/code-points'
import type { Article, ProjectData, Revision } from '../../project/entities'
import type { FormatIssue } from '../format'
import { showText } from '../problems'
import { WriteFailure } from '../write-failure'
import type { IndexedText } from './indexed-text'

/** The texts that articles and annotations point at, found by article and number. */
export class RevisionIndex {
  private readonly byArticle = new Map<string, Map<number, Revision>>()
  private readonly usedNumbers = new Map<string, Set<number>>()
  private readonly indexed = new Map<Revision, IndexedText>()

  constructor(data: ProjectData, issues: FormatIssue[]) {
    for (const row of data.articles) this.usedNumbers.set(row.id, new Set([row.revision]))
    for (const row of data.annotations) this.usedNumbers.get(row.articleId)?.add(row.revision)
    for (const [index, row] of data.revisions.entries()) {
      const numbers = this.byArticle.get(row.articleId) ?? new Map<number, Revision>()
      this.byArticle.set(row.articleId, numbers.set(row.number, row))
      if (this.usedNumbers.get(row.articleId)?.has(row.number) === true) continue
      const message = `Revision ${row.number} of the article ${showText(row.articleId)} has no annotations; it is left out.`
      issues.push({ place: `revisions[${index}]`, message })
    }
  }

  /** @throws WriteFailure when the project has no such revision. */
  find(articleId: string, number: number, place: () => string): Revision {
    const revision = this.byArticle.get(articleId)?.get(number)
    if (revision !== undefined && this.usedNumbers.has(articleId)) return revision
    const message = `There is no revision ${number} of the article ${showText(articleId)}`
    throw new WriteFailure({ code: 'dangling-id', message, place: place() })
  }

  /** Revisions before or after the current one that annotations still point at, in order. */
  othersInUse(article: Article, place: () => string): Revision[] {
    return [...(this.usedNumbers.get(article.id) ?? [])]
      .filter(number => number !== article.revision)
      .sort((a, b) => a - b)
      .map(number => this.find(article.id, number, place))
  }

  withIndex(revision: Revision): IndexedText {
    const known = this.indexed.get(revision)
    if (known !== undefined) return known
    const made = { text: revision.text, index: new CodePointIndex(revision.text) }
    this.indexed.set(revision, made)
    return made
  }
}

/**
 * The offset in code points.
 * @throws WriteFailure when it lies outside the text or between the two halves of a character.
 */
export function codePointAt({ index }: IndexedText, utf16: number, place: () => string): number {
  try {
    return index.toCodePoint(utf16)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const isInside = utf16 >= 0 && utf16 <= index.lengthUtf16
    const code = isInside ? 'offset-splits-character' : 'offset-outside-text'
    const message = isInside
      ? 'An offset lies in the middle of a character'
      : 'An offset lies outside the text'
    throw new WriteFailure({ code, message, place: place() })
  }
}
