import { decodeText } from '../../anchoring/canonical-text'
import { CodePointIndex } from '../../anchoring/code-points'
import { sha256OfText } from '../../project/sha256'
import { ok, type Result } from '../../result'
import type { SourceFile } from '../format'
import { formatPlace, showText, type Problems } from '../problems'
import type { IndexedText } from './indexed-text'
import type { Dataset, DatasetAnnotation, DatasetArticle } from './schema'
import type { WithheldDataset } from './without-texts'

/** Texts by their SHA-256. */
type TextsByHash = ReadonlyMap<string, IndexedText>

/** The texts in `.txt` files, made canonical. Fails as `decodeText` does. */
export function textsByHash(files: readonly SourceFile[]): Result<TextsByHash> {
  const texts = new Map<string, IndexedText>()
  for (const { name, bytes } of files) {
    const decoded = decodeText(bytes, name)
    if (!decoded.ok) return decoded
    const text = decoded.value
    texts.set(sha256OfText(text), { text, index: new CodePointIndex(text) })
  }
  return ok(texts)
}

/**
 * Puts texts and quotations back into a dataset that was written without them. A text is known by its SHA-256,
 * whatever its file is called; one that is not there, and a passage that is not the one that was marked, are
 * problems. What is there besides is not looked at.
 */
export function restoreTexts(withheld: WithheldDataset, texts: TextsByHash, problems: Problems): Dataset {
  const { textsWithheld: _, articles, annotations, ...rest } = withheld
  const textOf = new Map<string, IndexedText>()
  const find = (hash: string, key: string, what: string, path: readonly PropertyKey[]): string => {
    const found = texts.get(hash)
    if (found === undefined) {
      const message = `None of the texts beside it is ${what}: the same file is needed, unchanged`
      problems.add('text-withheld', message, formatPlace([...path, 'textSha256']))
      return ''
    }
    textOf.set(key, found)
    return found.text
  }
  const restoredArticles = articles.map((row, i): DatasetArticle => {
    const { earlierRevisions, ...article } = row
    const key = (revision: number) => `${row.id} ${revision}`
    const earlier = earlierRevisions?.map((revision, j) => {
      const what = `revision ${revision.revision} of ${showText(row.title)}`
      const path = ['articles', i, 'earlierRevisions', j]
      return { ...revision, text: find(revision.textSha256, key(revision.revision), what, path) }
    })
    const text = find(row.textSha256, key(row.revision), showText(row.title), ['articles', i])
    return { ...article, text, ...(earlier === undefined ? {} : { earlierRevisions: earlier }) }
  })
  const currentOf = new Map(articles.map(row => [row.id, row.revision]))
  const restoredAnnotations = annotations.map((row, i): DatasetAnnotation => {
    const text = textOf.get(`${row.articleId} ${row.revision ?? currentOf.get(row.articleId)}`)
    const spans = row.spans.map(({ quoteSha256, ...span }, j) => {
      const quote = text === undefined ? '' : passage(text, span.start, span.end)
      if (text !== undefined && sha256OfText(quote) !== quoteSha256)
        problems.add(
          'quote-differs',
          `The text reads ${showText(quote)} there, which is not what was marked`,
          formatPlace(['annotations', i, 'spans', j, 'quoteSha256'])
        )
      return { ...span, quote }
    })
    return { ...row, spans }
  })
  return { ...rest, articles: restoredArticles, annotations: restoredAnnotations }
}

/** What lies between two offsets in code points, as far as there is text. */
function passage({ text, index }: IndexedText, start: number, end: number): string {
  const last = index.lengthCodePoints
  return text.slice(index.toUtf16(Math.min(start, last)), index.toUtf16(Math.min(end, last)))
}
