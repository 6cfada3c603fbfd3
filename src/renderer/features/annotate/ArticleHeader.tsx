import { describeEdtf, parseEdtf } from '../../../core/chronology/edtf'
import type { Article } from '../../../core/project/entities'

/** Outlet, title, byline, date and length above the text; the title only when the text has none. */
export function ArticleHeader({ article, isTitleInText }: { article: Article; isTitleInText: boolean }) {
  const date = parseEdtf(article.publishedAt)
  const facts = [
    article.byline,
    date.ok ? describeEdtf(date.value) : article.publishedAt,
    `${article.wordCount.toLocaleString('en')} words`
  ]
  return (
    <header className="article-header" data-title-in-text={isTitleInText}>
      {article.outlet !== '' && <p className="article-kicker">{article.outlet}</p>}
      {!isTitleInText && <h1>{article.title}</h1>}
      <p className="article-facts">{facts.filter(fact => fact !== '').join('  ·  ')}</p>
    </header>
  )
}
