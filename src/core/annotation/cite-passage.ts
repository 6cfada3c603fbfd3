import { describeEdtf, parseEdtf } from '../chronology/edtf'
import type { Annotation } from '../project/entities'
import { citePlace } from '../project/place-in-story'
import type { StudyArticle } from '../project/study'
import { quoteOf } from './spans'

/** Where a passage stands, in words: “The line around Tradepost”, Harbour Courier, 20 September 2024, p. 3, ¶6. */
export function citeSource(of: StudyArticle, annotation: Annotation): string {
  const { title, byline, outlet, publishedAt } = of.article
  const date = parseEdtf(publishedAt)
  const published = date.ok ? describeEdtf(date.value) : publishedAt
  return [byline, `“${title}”`, outlet, published, citePlace(of, annotation)].filter(Boolean).join(', ')
}

/** A passage as one quotes it elsewhere: verbatim, gaps as […], and its source. */
export function citePassage(of: StudyArticle, annotation: Annotation): string {
  return `${quoteOf(annotation)}\n(${citeSource(of, annotation)})`
}
