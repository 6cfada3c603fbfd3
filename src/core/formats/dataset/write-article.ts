import type { Revision } from '../../project/entities'
import type { ArticleRows } from '../project-source'
import { WriteFailure } from '../write-failure'
import { codePointAt, type RevisionIndex } from './revision-index'
import type { DatasetArticle, DatasetRevision } from './schema'

/** Articles with the text that is annotated now, and with earlier ones only where annotations need them. */
export function articleWriter(
  revisions: RevisionIndex
): (rows: ArticleRows, index: number) => DatasetArticle {
  return (rows, index) => {
    const place = () => `articles[${index}]`
    const { id, title, byline, outlet, url, publishedAt, language, status, original, createdAt, updatedAt } =
      rows.article
    const [now, ...others] = revisions.add(rows, place)
    const current = writeRevision(now, revisions, place)
    const { revision, text, textSha256, blocks, pages, revisionId, revisionCreatedAt } = current
    const earlier = others.map(other => writeRevision(other, revisions, place))
    return {
      ...{ id, title, byline, outlet, url, publishedAt, language, revision, text, textSha256, blocks },
      ...(pages === undefined ? {} : { pages }),
      status,
      original: original === null ? null : { fileName: original.fileName, sha256: original.sha256 },
      ...{ createdAt, updatedAt, revisionId, revisionCreatedAt },
      ...(earlier.length === 0 ? {} : { earlierRevisions: earlier })
    }
  }
}

function writeRevision(row: Revision, revisions: RevisionIndex, place: () => string): DatasetRevision {
  const indexed = revisions.find(row.articleId, row.number, place)
  if (/\p{Surrogate}/u.test(row.text)) {
    throw new WriteFailure({
      code: 'lone-surrogate',
      message: 'The text holds half of a character',
      place: place()
    })
  }
  const blocks = row.blocks.map(({ type, level, startUtf16, endUtf16 }, index) => {
    const blockPlace = () => `${place()}.blocks[${index}]`
    const start = codePointAt(indexed, startUtf16, blockPlace)
    const end = codePointAt(indexed, endUtf16, blockPlace)
    return level === undefined ? { type, start, end } : { type, level, start, end }
  })
  const pages = row.pages?.map(({ label, startUtf16 }, index) => ({
    label,
    start: codePointAt(indexed, startUtf16, () => `${place()}.pages[${index}]`)
  }))
  const { number, text, textSha256, id, createdAt } = row
  return {
    ...{ revision: number, text, textSha256, blocks },
    ...(pages === undefined ? {} : { pages }),
    ...{ revisionId: id, revisionCreatedAt: createdAt }
  }
}
