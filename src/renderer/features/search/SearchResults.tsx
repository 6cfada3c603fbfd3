import { useState, type KeyboardEvent } from 'react'
import type { TextRange } from '../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import { searchKinds, type SearchHit, type SearchKind } from '../../../core/search/project-search'
import { Button } from '../../ui/Button'
import { LayerMark } from '../../ui/LayerMark'
import type { ArticleHits } from './use-project-search'

/** Where a result leads: to its annotation, or to the passage itself. */
export interface SearchPlace {
  articleId: ArticleId
  annotationId?: AnnotationId
  range?: TextRange
}

interface SearchResultsProps {
  found: readonly ArticleHits[]
  /** The one kind that is shown; null for all. */
  kind: SearchKind | null
  codebook: Codebook
  reveal(place: SearchPlace): void
}

/** Results of one article at first, and how many each "Show more" adds. */
const resultsAtOnce = 20
const articlesAtOnce = 40

/** The results by article; arrows move between them, Enter or a click shows the place. */
export function SearchResults({ found, kind, codebook, reveal }: SearchResultsProps) {
  const [articles, setArticles] = useState(articlesAtOnce)
  const shown = found.filter(({ counts }) => kind === null || counts[kind] > 0)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = buttons.findIndex(button => button === document.activeElement)
    buttons[at + by]?.focus()
  }
  return (
    <div className="search-results" onKeyDown={onKeyDown}>
      {shown.slice(0, articles).map(own => (
        <ArticleResults key={own.article.id} own={own} kind={kind} codebook={codebook} reveal={reveal} />
      ))}
      {shown.length > articles && (
        <Button look="quiet" onClick={() => setArticles(articles + articlesAtOnce)}>
          Show more of {shown.length - articles} further articles
        </Button>
      )}
    </div>
  )
}

function ArticleResults({
  own,
  kind,
  codebook,
  reveal
}: Omit<SearchResultsProps, 'found'> & { own: ArticleHits }) {
  const { article, hits, counts } = own
  const [shown, setShown] = useState(resultsAtOnce)
  const wanted = kind === null ? hits : hits.filter(hit => hit.kind === kind)
  const total = kind === null ? searchKinds.reduce((sum, each) => sum + counts[each], 0) : counts[kind]
  return (
    <section aria-label={article.title}>
      <h3>
        {article.title} <em>{total.toLocaleString('en')}</em>
      </h3>
      <ul>
        {wanted.slice(0, shown).map((hit, i) => (
          <li key={i}>
            <button type="button" className="search-hit" onClick={() => reveal(placeOf(hit, article.id))}>
              <HitMark hit={hit} codebook={codebook} />
              <span className={hit.kind === 'value' ? 'search-words is-value' : 'search-words'}>
                {hit.excerpt.before}
                <mark>{hit.excerpt.match}</mark>
                {hit.excerpt.after}
              </span>
              <em>{kindWords(hit)}</em>
            </button>
          </li>
        ))}
      </ul>
      {wanted.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + 5 * resultsAtOnce)}>
          Show more of {(total - shown).toLocaleString('en')} further results
        </Button>
      )}
      {wanted.length <= shown && total > wanted.length && (
        <p className="search-capped">
          {(total - wanted.length).toLocaleString('en')} more in this article are not listed. Add a word to
          narrow the search.
        </p>
      )}
    </section>
  )
}

function HitMark({ hit, codebook }: { hit: SearchHit; codebook: Codebook }) {
  const layer = hit.layer === undefined ? undefined : findLayer(codebook, hit.layer)
  if (layer === undefined) return <span className="search-mark" />
  return <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
}

function placeOf({ annotationId, range }: SearchHit, articleId: ArticleId): SearchPlace {
  return annotationId === undefined ? { articleId, range } : { articleId, annotationId }
}

function kindWords({ kind, attribute }: SearchHit): string {
  switch (kind) {
    case 'text':
      return 'Text'
    case 'quote':
      return 'Quote'
    case 'memo':
      return 'Memo'
    case 'value':
      return attribute ?? 'Value'
  }
}
