import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { findAll, hitFrom, noHits, type FindOptions, type Hits } from '../../../core/search/find-text'
import { foldText, type FoldedText } from '../../../core/search/fold'
import type { Revision } from '../../../core/project/entities'
import type { CommandHandlers } from '../../commands/command-registry'
import { useCommands } from '../../commands/use-commands'
import type { ArticleEditorHandle, TextRange } from '../../editor/ArticleEditor'
import { useAnnotateStore } from './annotate-store'

export interface Find {
  isOpen: boolean
  /** Grows each time it is asked for. */
  openings: number
  query: string
  options: FindOptions
  hits: Hits
  /** The number of the hit that is looked at; -1 without one. */
  current: number
  /** For painting; the same object as long as nothing changed, null while the bar is closed. */
  found: { hits: Hits; current: number } | null
  search(query: string): void
  setOptions(options: FindOptions): void
  step(by: 1 | -1): void
  /** Leaves the hit selected in the text, to be tagged. */
  close(): void
}

/** What was selected becomes the query when it is short enough to be one. */
const longestQuery = 80

/** Finding in the text of one revision, with its commands. */
export function useFind(revision: Revision, editor: RefObject<ArticleEditorHandle | null>): Find {
  const { text } = revision
  const [openings, setOpenings] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [options, setFindOptions] = useState<FindOptions>({ matchCase: false, wholeWords: false })
  const [result, setResult] = useState({ hits: noHits, at: -1 })
  const folded = useFolded(text)
  /** Where the search began: what is typed further is looked for from here. */
  const origin = useRef(0)
  const goTo = useCallback(
    (hits: Hits, current: number) => {
      setResult({ hits, at: current })
      const range = rangeOf(hits, current)
      if (range !== null) scrollTo(editor, range)
    },
    [editor]
  )
  const look = useCallback(
    (wanted: string, how: FindOptions) => {
      setQuery(wanted)
      setFindOptions(how)
      const hits = findAll(folded(how.matchCase), wanted, how)
      goTo(hits, hitFrom(hits, origin.current))
    },
    [folded, goTo]
  )
  const open = useCallback(() => {
    const { selected, caret } = placeIn(editor, revision)
    origin.current = caret
    setIsOpen(true)
    setOpenings(count => count + 1)
    const words = selected === null ? '' : text.slice(selected.startUtf16, selected.endUtf16)
    look(words !== '' && words.length <= longestQuery && !words.includes('\n') ? words : query, options)
  }, [editor, text, revision, look, query, options])
  const step = useCallback(
    (by: 1 | -1) => {
      const count = result.hits.starts.length
      if (count === 0) return
      const current = (result.at + by + count) % count
      origin.current = result.hits.starts[current] ?? 0
      goTo(result.hits, current)
    },
    [result, goTo]
  )
  const close = useCallback(() => {
    setIsOpen(false)
    const range = rangeOf(result.hits, result.at)
    goBack(editor, range)
  }, [editor, result])
  useFindCommands(isOpen, open, step)
  const found = useMemo(() => (isOpen ? { hits: result.hits, current: result.at } : null), [isOpen, result])
  return {
    isOpen,
    openings,
    query,
    options,
    hits: result.hits,
    current: result.at,
    found,
    search: wanted => look(wanted, options),
    setOptions: how => look(query, how),
    step,
    close
  }
}

type Editor = RefObject<ArticleEditorHandle | null>

function scrollTo(editor: Editor, range: TextRange): void {
  editor.current?.scrollTo(range)
}

/** Where one reads: at what is selected, at the caret, or else at the top of what is on screen. */
function placeIn(editor: Editor, { blocks }: Revision): { selected: TextRange | null; caret: number } {
  const handle = editor.current
  const selected = handle?.selection() ?? null
  const top = blocks[handle?.visibleBlocks().first ?? 0]?.startUtf16 ?? 0
  return { selected, caret: selected?.startUtf16 ?? handle?.caret() ?? top }
}

function goBack(editor: Editor, range: TextRange | null): void {
  editor.current?.focus()
  if (range !== null) editor.current?.select(range)
}

function useFindCommands(isOpen: boolean, open: () => void, step: (by: 1 | -1) => void): void {
  const handlers = useMemo<CommandHandlers>(
    () => ({
      'edit.find': {
        run: () => {
          useAnnotateStore.getState().setSelection(null)
          open()
        }
      },
      'edit.find-next': { run: () => (isOpen ? step(1) : open()) },
      'edit.find-previous': { run: () => (isOpen ? step(-1) : open()) }
    }),
    [isOpen, open, step]
  )
  useCommands(handlers)
}

/** The text folded once for each way of looking; another text is folded anew. */
function useFolded(text: string): (keepCase: boolean) => FoldedText {
  const kept = useRef<{ text: string; ways: Map<boolean, FoldedText> }>({ text, ways: new Map() })
  useEffect(() => {
    if (kept.current.text !== text) kept.current = { text, ways: new Map() }
  }, [text])
  return useCallback(
    keepCase => {
      const ways = kept.current.text === text ? kept.current.ways : new Map<boolean, FoldedText>()
      const known = ways.get(keepCase) ?? foldText(text, { keepCase })
      ways.set(keepCase, known)
      return known
    },
    [text]
  )
}

function rangeOf({ starts, ends }: Hits, number: number): TextRange | null {
  const startUtf16 = starts[number]
  const endUtf16 = ends[number]
  return startUtf16 === undefined || endUtf16 === undefined ? null : { startUtf16, endUtf16 }
}
