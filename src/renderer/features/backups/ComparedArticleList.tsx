import { useId, type KeyboardEvent, type Ref } from 'react'
import { countInWords } from './backup-words'
import { isDiffering, type ComparedArticle } from './compare-projects'

interface ComparedArticleListProps {
  ref?: Ref<HTMLUListElement>
  articles: readonly ComparedArticle[]
  /** How many rows beside the articles differ; 0 shows no entry for them. */
  others: number
  /** An article's id, or null for everything else. */
  chosen: string | null
  onChoose(id: string | null): void
}

/** The articles with how many annotations they had and have. */
export function ComparedArticleList({ ref, articles, others, chosen, onChoose }: ComparedArticleListProps) {
  const id = useId()
  const entries = [...articles.map(article => article.id), ...(others > 0 ? [null] : [])]
  const at = entries.indexOf(chosen)
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last
    }
    const target = targets[event.key]
    const next = target === undefined ? undefined : entries[target]
    if (target === undefined || next === undefined) return
    event.preventDefault()
    onChoose(next)
    document.getElementById(`${id}-${target}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <ul
      ref={ref}
      className="compared-list"
      role="listbox"
      aria-label="Articles of both"
      tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      {articles.map((article, i) => (
        <li
          key={article.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={article.id === chosen}
          onClick={() => onChoose(article.id)}
        >
          <b>{article.title}</b>
          <span className="visually-hidden">, </span>
          <span>{describeCounts(article)}</span>
          <span className="visually-hidden">, </span>
          <em>{describeChange(article)}</em>
        </li>
      ))}
      {others > 0 && (
        <li
          id={`${id}-${articles.length}`}
          role="option"
          aria-selected={chosen === null}
          onClick={() => onChoose(null)}
        >
          <b>Everything else</b>
          <span className="visually-hidden">, </span>
          <span>Actors, issues, cases, codebook</span>
          <span className="visually-hidden">, </span>
          <em>{countInWords(others, 'difference')}</em>
        </li>
      )}
    </ul>
  )
}

function describeCounts({ annotationsBefore, annotationsNow }: ComparedArticle): string {
  const now = countInWords(annotationsNow, 'annotation')
  return annotationsBefore === annotationsNow ? now : `${annotationsBefore.toLocaleString('en')} → ${now}`
}

function describeChange(article: ComparedArticle): string {
  if (!isDiffering(article)) return 'Same'
  const parts = [
    article.status === 'added' && 'article added',
    article.status === 'removed' && 'article removed',
    article.isTextEqual === false && 'text differs',
    article.status === 'changed' && 'details changed',
    article.differing > 0 && `${countInWords(article.differing, 'annotation')} ${differ(article.differing)}`
  ].filter(part => part !== false)
  const said = parts.join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

function differ(count: number): string {
  return count === 1 ? 'differs' : 'differ'
}
