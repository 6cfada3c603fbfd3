import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { IconButton } from '../../ui/IconButton'
import type { Find } from './use-find'
import './reading-bars.css'

/** Find in the article: what is typed is found at once, Enter and F3 go on, Escape leaves the hit selected. */
export function FindBar({ find }: { find: Find }) {
  const field = useRef<HTMLInputElement>(null)
  const { query, options, hits, current } = find
  // Asking again while the bar is open brings the keyboard back to it.
  useEffect(() => field.current?.select(), [find.openings])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') find.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isMissing = query !== '' && hits.starts.length === 0
  return (
    <div className="reading-bar find-bar" role="search" aria-label="Find in article" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label="Find"
        placeholder="Find in this article"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isMissing}
        value={query}
        onChange={event => find.search(event.target.value)}
      />
      <span className="reading-bar-count" role="status" aria-label="Hits">
        {query === '' ? '' : countWords(current, hits.starts.length)}
      </span>
      <IconButton
        label="Match case"
        icon={CaseSensitive}
        aria-pressed={options.matchCase}
        onClick={() => find.setOptions({ ...options, matchCase: !options.matchCase })}
      />
      <IconButton
        label="Whole words"
        icon={WholeWord}
        aria-pressed={options.wholeWords}
        onClick={() => find.setOptions({ ...options, wholeWords: !options.wholeWords })}
      />
      <IconButton
        label="Previous hit"
        icon={ChevronUp}
        disabled={current < 0}
        onClick={() => find.step(-1)}
      />
      <IconButton label="Next hit" icon={ChevronDown} disabled={current < 0} onClick={() => find.step(1)} />
      <span className="grow" />
      <IconButton label="Close find" icon={X} onClick={find.close} />
    </div>
  )
}

function countWords(current: number, total: number): string {
  if (total === 0) return 'Not found'
  return `${(current + 1).toLocaleString('en')} of ${total.toLocaleString('en')}`
}
