import { useCallback, useEffect, useRef, useState } from 'react'
import type { Registers } from '../../../core/annotation/describe'
import type { Codebook } from '../../../core/project/codebook'
import type { Article } from '../../../core/project/entities'
import {
  searchAnnotation,
  searchBlock,
  searchKinds,
  type SearchHit,
  type SearchKind,
  type SearchQuery
} from '../../../core/search/project-search'
import { currentAnnotations, currentRevision } from '../../persistence/search-rows'
import type { Workspace } from '../../persistence/workspace'
import { inSlices } from '../../ui/in-slices'

export interface ArticleHits {
  article: Article
  /** At most `mostKept` of each kind. */
  hits: readonly SearchHit[]
  counts: Readonly<Record<SearchKind, number>>
}

export interface ProjectSearch {
  status: 'idle' | 'searching' | 'done' | 'cancelled'
  /** Articles with hits, in the project's order. */
  found: readonly ArticleHits[]
  counts: Readonly<Record<SearchKind, number>>
  /** Articles that were looked through. */
  searched: number
  /** Something was changed since: a hit may lie elsewhere now. */
  isStale: boolean
  cancel(): void
  again(): void
}

interface Wanted {
  workspace: Workspace
  articles: readonly Article[]
  codebook: Codebook
  registers: Registers
  query: SearchQuery
}

type Result = Pick<ProjectSearch, 'status' | 'found' | 'counts' | 'searched' | 'isStale'>

const noCounts = { text: 0, quote: 0, memo: 0, value: 0 } as const
const nothing: Result = { status: 'idle', found: [], counts: noCounts, searched: 0, isStale: false }

/** After the last key: a word that is being typed is not searched for letter by letter. */
const pauseMs = 220
/** Hits of one kind that one article keeps; the rest are counted. */
export const mostKept = 500

/** Looks through all texts and annotations of the project, article by article and in slices. */
export function useProjectSearch(wanted: Wanted): ProjectSearch {
  const { workspace, query } = wanted
  const [result, setResult] = useState<Result>(nothing)
  const [round, setRound] = useState(0)
  const abort = useRef(new AbortController())
  const latest = useRef(wanted)
  useEffect(() => {
    latest.current = wanted
  })
  useEffect(() => {
    const current = new AbortController()
    abort.current = current
    const timer = setTimeout(() => {
      if (query.words.trim() === '') return setResult(nothing)
      void search({ ...latest.current, query }, current.signal, setResult)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      current.abort()
    }
  }, [query, round])
  useEffect(
    () =>
      workspace.onCommitted(() =>
        setResult(old => (old.status === 'idle' ? old : { ...old, isStale: true }))
      ),
    [workspace]
  )
  const cancel = useCallback(() => {
    abort.current.abort()
    setResult(old => ({ ...old, status: 'cancelled' }))
  }, [])
  const again = useCallback(() => setRound(count => count + 1), [])
  return { ...result, cancel, again }
}

async function search(wanted: Wanted, signal: AbortSignal, tell: (result: Result) => void): Promise<void> {
  let result: Result = { ...nothing, status: 'searching' }
  tell(result)
  for (const article of wanted.articles) {
    const own = await searchArticle(article, wanted, signal)
    if (signal.aborted) return
    const total = { ...result.counts }
    for (const kind of searchKinds) total[kind] += own.counts[kind]
    result = {
      ...result,
      searched: result.searched + 1,
      counts: total,
      found: own.hits.length === 0 ? result.found : [...result.found, own]
    }
    tell(result)
  }
  tell({ ...result, status: 'done' })
}

async function searchArticle(article: Article, wanted: Wanted, signal: AbortSignal): Promise<ArticleHits> {
  const { workspace, query } = wanted
  const counts = { ...noCounts } as Record<SearchKind, number>
  const hits: SearchHit[] = []
  const keep = (found: readonly SearchHit[]) => {
    for (const hit of found) {
      counts[hit.kind] += 1
      if (counts[hit.kind] <= mostKept) hits.push(hit)
    }
  }
  const revision = await currentRevision(workspace.database, article)
  if (revision !== undefined && !signal.aborted)
    await inSlices(revision.blocks, block => keep(searchBlock(revision.text, block, query)), signal)
  const annotations = signal.aborted ? [] : await currentAnnotations(workspace.database, article, signal)
  await inSlices(annotations, annotation => keep(searchAnnotation(annotation, query, wanted)), signal)
  // By kind, and within a kind in the order of the text.
  const rank = (hit: SearchHit) => searchKinds.indexOf(hit.kind)
  hits.sort((a, b) => rank(a) - rank(b) || a.range.startUtf16 - b.range.startUtf16)
  return { article, hits, counts }
}
