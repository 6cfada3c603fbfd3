import { CodePointIndex } from '../../anchoring/code-points'
import type { Revision } from '../../project/entities'
import type { FormatIssue } from '../format'
import { showText } from '../problems'
import type { ArticleRows } from '../project-source'
import { WriteFailure } from '../write-failure'
import type { IndexedText } from './indexed-text'

/** The texts that annotations point at, found by article and number; filled while articles go by. */
export class RevisionIndex {
  private readonly texts = new Map<string, Map<number, IndexedText>>()
  private revisionCount = 0

  constructor(private readonly issues: FormatIssue[]) {}

  /**
   * The revision that is annotated now, then those before or after it that annotations still point at, in order.
   * Their texts can be found from now on; revisions without annotations are reported.
   * @throws WriteFailure when one of them is not there.
   */
  add({ article, revisions, annotations }: ArticleRows, place: () => string): [Revision, ...Revision[]] {
    const used = new Set([article.revision])
    for (const row of annotations) used.add(row.revision)
    for (const row of revisions) {
      if (!used.has(row.number)) this.reportUnused(row)
      this.revisionCount += 1
    }
    const find = (number: number) => {
      const revision = revisions.find(row => row.number === number)
      if (revision === undefined) throw noSuchRevision(article.id, number, place)
      return revision
    }
    const others = [...used].filter(number => number !== article.revision).sort((a, b) => a - b)
    const found: [Revision, ...Revision[]] = [find(article.revision), ...others.map(find)]
    const texts = found.map(
      ({ number, text }) => [number, { text, index: new CodePointIndex(text) }] as const
    )
    this.texts.set(article.id, new Map(texts))
    return found
  }

  /** @throws WriteFailure when no such text went by. */
  find(articleId: string, number: number, place: () => string): IndexedText {
    const indexed = this.texts.get(articleId)?.get(number)
    if (indexed === undefined) throw noSuchRevision(articleId, number, place)
    return indexed
  }

  /** Its texts are not needed any more. */
  forget(articleId: string): void {
    this.texts.delete(articleId)
  }

  private reportUnused({ number, articleId }: Revision): void {
    const message = `Revision ${number} of the article ${showText(articleId)} has no annotations; it is left out.`
    this.issues.push({ place: `revisions[${this.revisionCount}]`, message })
  }
}

function noSuchRevision(articleId: string, number: number, place: () => string): WriteFailure {
  const message = `There is no revision ${number} of the article ${showText(articleId)}`
  return new WriteFailure({ code: 'dangling-id', message, place: place() })
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
