import { nearlyTheSame, resemblance, sketchOf, type Sketch } from '../../../core/importing/resemblance'
import type { Article } from '../../../core/project/entities'
import type { CounterpointDatabase } from '../../persistence/database'
import { currentRevision } from '../../persistence/search-rows'
import { nextSlice } from '../../ui/in-slices'
import type { IncomingArticle } from './read-import'

/** An article that came in and is nearly one that is there, or that came in before it. */
export interface Twin {
  /** Among those that came in. */
  index: number
  title: string
  fileName: string
  twinTitle: string
  /** 0–1. */
  resemblance: number
}

interface FindTwinsOptions {
  database: CounterpointDatabase
  signal: AbortSignal
  onProgress(done: number, total: number): Promise<void>
}

/**
 * Finds what was nearly there already, the nearest of them each time. The very same file is no twin: it is refused
 * with a reason of its own. Null when cancelled.
 */
export async function findTwins(
  incoming: readonly IncomingArticle[],
  existing: readonly Article[],
  { database, signal, onProgress }: FindTwinsOptions
): Promise<Twin[] | null> {
  const known: { title: string; sketch: Sketch }[] = []
  const total = existing.length + incoming.length
  for (const [done, article] of existing.entries()) {
    await onProgress(done, total)
    if (signal.aborted) return null
    const revision = await currentRevision(database, article)
    if (revision !== undefined) known.push({ title: article.title, sketch: sketchOf(revision.text) })
  }
  const files = new Set(existing.map(article => article.original?.sha256))
  const twins: Twin[] = []
  for (const [index, { fileName, read }] of incoming.entries()) {
    await onProgress(existing.length + index, total)
    if (signal.aborted) return null
    if (files.has(read.originalSha256)) continue
    const { title, text } = read.article
    const sketch = sketchOf(text)
    let nearest: Twin | null = null
    for (const [at, other] of known.entries()) {
      if (at % 1000 === 999) await nextSlice()
      const alike = resemblance(sketch, other.sketch)
      if (alike >= nearlyTheSame && alike > (nearest?.resemblance ?? 0))
        nearest = { index, title, fileName, twinTitle: other.title, resemblance: alike }
    }
    if (nearest !== null) twins.push(nearest)
    known.push({ title, sketch })
  }
  return twins
}
