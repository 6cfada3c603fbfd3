import { CaseSensitive, Search, WholeWord } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Codebook } from '../../../core/project/codebook'
import type { Article, Project } from '../../../core/project/entities'
import { searchKinds, type SearchKind } from '../../../core/search/project-search'
import { useOverridingCommands } from '../../commands/use-commands'
import { useRegisters } from '../../persistence/registers'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { SearchResults, type SearchPlace } from './SearchResults'
import { useSearch } from './search-store'
import { useProjectSearch, type ProjectSearch } from './use-project-search'
import './search.css'

interface SearchPanelProps {
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  reveal(place: SearchPlace): void
}

const kindNames: Readonly<Record<SearchKind, string>> = {
  text: 'Texts',
  quote: 'Quotes',
  memo: 'Memos',
  value: 'Values'
}

/** What was selected becomes the query when it is short enough to be one. */
const longestQuery = 80

/** The tab "Search": texts, quotations, memos and values of the whole project; each result leads to its place. */
export function SearchPanel({ workspace, project, codebook, articles, reveal }: SearchPanelProps) {
  const { query, kind, ask, showKind } = useSearch()
  const registers = useRegisters(workspace.database, project.id)
  const search = useProjectSearch({ workspace, articles, codebook, registers, query })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => takeKeyboard(field.current), [])
  useOverridingCommands(useMemo(() => ({ 'panel.search': { run: () => takeKeyboard(field.current) } }), []))
  const total = searchKinds.reduce((sum, each) => sum + search.counts[each], 0)
  const options = [
    { id: 'all', name: `All ${count(total)}` },
    ...searchKinds.map(id => ({ id, name: `${kindNames[id]} ${count(search.counts[id])}` }))
  ]
  return (
    <div className="search-panel">
      <form
        className="search-form"
        role="search"
        aria-label="Search the project"
        onSubmit={event => event.preventDefault()}
      >
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          aria-label="Search for"
          placeholder="Words in texts, quotes, memos and values"
          autoComplete="off"
          spellCheck={false}
          value={query.words}
          onChange={event => ask({ words: event.target.value })}
        />
        <IconButton
          label="Match case"
          icon={CaseSensitive}
          aria-pressed={query.matchCase}
          onClick={() => ask({ matchCase: !query.matchCase })}
        />
        <IconButton
          label="Whole words"
          icon={WholeWord}
          aria-pressed={query.wholeWords}
          onClick={() => ask({ wholeWords: !query.wholeWords })}
        />
        {search.status !== 'idle' && (
          <SegmentedControl
            label="Kinds of result"
            options={options}
            value={kind ?? 'all'}
            onChange={id => showKind(id === 'all' ? null : (id as SearchKind))}
          />
        )}
        <span className="grow" />
        <span role="status" aria-label="Search result">
          {statusWords(search, total, articles.length)}
        </span>
        {search.status === 'searching' && (
          <Button look="quiet" onClick={search.cancel}>
            Cancel
          </Button>
        )}
      </form>
      {search.status === 'searching' && (
        <progress
          className="search-progress"
          aria-label="Searching"
          max={Math.max(1, articles.length)}
          value={search.searched}
        />
      )}
      {search.isStale && (
        <p className="search-stale">
          Something was changed since this search. Results may lie elsewhere now.
          <Button look="quiet" onClick={search.again}>
            Search again
          </Button>
        </p>
      )}
      <SearchResults
        key={`${query.words} ${kind}`}
        found={search.found}
        kind={kind}
        codebook={codebook}
        reveal={reveal}
      />
      {search.status === 'idle' && (
        <p className="search-empty">
          Results come as you type, from all{' '}
          {articles.length === 1 ? 'of the article' : `${count(articles.length)} articles`}. Capitals and
          accents do not matter.
        </p>
      )}
      {search.status === 'done' && total === 0 && (
        <p className="search-empty">Nothing in this project contains “{query.words}”.</p>
      )}
    </div>
  )
}

function takeKeyboard(field: HTMLInputElement | null): void {
  const selected = getSelection()?.toString() ?? ''
  if (selected !== '' && selected.length <= longestQuery && !selected.includes('\n'))
    useSearch.getState().ask({ words: selected })
  field?.focus()
  field?.select()
}

function statusWords({ status, found, searched }: ProjectSearch, total: number, articles: number): string {
  const results = total === 1 ? '1 result' : `${count(total)} results`
  const where = found.length === 1 ? '1 article' : `${count(found.length)} articles`
  switch (status) {
    case 'idle':
      return ''
    case 'searching':
      return `${count(searched)} of ${count(articles)} articles searched`
    case 'cancelled':
      return `Cancelled after ${count(searched)} of ${count(articles)} articles: ${results}`
    case 'done':
      return total === 0 ? 'No results' : `${results} in ${where}`
  }
}

function count(value: number): string {
  return value.toLocaleString('en')
}
