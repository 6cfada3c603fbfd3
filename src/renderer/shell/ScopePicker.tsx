import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { Article } from '../../core/project/entities'
import type { Scope } from '../../core/project/study'
import { Button } from '../ui/Button'

interface ScopePickerProps {
  articles: readonly Article[]
  scope: Scope
  onChange(scope: Scope): void
}

/** Chooses which articles the views of the study look at. */
export function ScopePicker({ articles, scope, onChange }: ScopePickerProps) {
  const id = useId()
  // Of one article there is nothing to choose.
  if (articles.length < 2) return null
  const chosen = new Set(scope ?? articles.map(article => article.id))
  const toggle = (article: Article) => {
    const next = articles.filter(({ id }) => (id === article.id ? !chosen.has(id) : chosen.has(id)))
    // Nothing to look at is never what one wants.
    if (next.length > 0) onChange(next.length === articles.length ? null : next.map(({ id }) => id))
  }
  return (
    <div className="scope-picker">
      <Button popoverTarget={id} title="Which articles are looked at">
        {wordsFor(articles, scope)}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <div id={id} popover="auto" className="scope-list" role="group" aria-label="Articles in view">
        <Button look="quiet" disabled={scope === null} onClick={() => onChange(null)}>
          All articles
        </Button>
        {articles.map(article => (
          <div key={article.id} className="scope-row">
            <label>
              <input type="checkbox" checked={chosen.has(article.id)} onChange={() => toggle(article)} />
              <span>{article.title}</span>
            </label>
            <Button look="quiet" aria-label={`Only ${article.title}`} onClick={() => onChange([article.id])}>
              Only
            </Button>
          </div>
        ))}
      </div>
    </div>
  )
}

function wordsFor(articles: readonly Article[], scope: Scope): string {
  if (scope === null) return `All ${articles.length} articles`
  return scope.length === 1 ? 'This article' : `${scope.length} of ${articles.length} articles`
}
