import { carryArticle, type CarriedAnnotation } from '../../../src/core/anchoring/carry-over'
import type { Annotation } from '../../../src/core/project/entities'
import { seededRandom } from '../seeded-dataset'
import { intersectionOverUnion, randomAnnotation, randomDeletion, type DeletionKind } from './cases'
import * as mutations from './mutations'

/** What must hold of a row: shares 0–1. */
export interface Bar {
  found: number
  wrong: number
}

export interface Row {
  name: string
  annotations: number
  /** Carried with an IoU of at least 0.95 for every span. */
  found: number
  /** Carried, but not so. */
  wrong: number
  /** Of those wrong, carried as exact, so that nobody would be asked. */
  silent: number
  orphaned: number
  /** Annotations of which a span was deleted altogether; not counted in any of the above. */
  gone: number
  /** Carried all the same, with a person asked … */
  goneMoved: number
  /** … and in silence. */
  goneExact: number
  /** Carried as exact, of those found. */
  exact: number
  milliseconds: number
  bar: Bar
}

export interface DeletionRow {
  kind: DeletionKind
  passages: number
  exact: number
  moved: number
  /** The share that may be attached with a person asked, 0–1; in silence none may be. */
  mostMoved: number
}

const light: Bar = { found: 0.99, wrong: 0.003 }
const heavy: Bar = { found: 0.9, wrong: 1 }

const rows: readonly { name: string; mutation: mutations.Mutation; bar: Bar }[] = [
  { name: 'typos in 2 % of words', mutation: mutations.wordTypos(0.02), bar: light },
  { name: 'typos in 10 % of words', mutation: mutations.wordTypos(0.1), bar: light },
  { name: 'typos at 2 % of letters', mutation: mutations.letterTypos(0.02), bar: light },
  { name: 'typos at 10 % of letters', mutation: mutations.letterTypos(0.1), bar: light },
  { name: 'quotation marks and dashes', mutation: mutations.changedMarks, bar: light },
  { name: 'lines wrapped anew', mutation: mutations.wrapped, bar: light },
  { name: 'CRLF', mutation: mutations.crlf, bar: light },
  { name: 'every sixth word replaced', mutation: mutations.everySixthWord, bar: heavy },
  { name: 'paragraphs added and removed', mutation: mutations.paragraphsChanged, bar: heavy }
]

/** Mutates every text in every way and carries `perText` random annotations of each over. */
export function measureMutations(texts: readonly string[], perText: number, seed = 1): Row[] {
  return rows.map(({ name, mutation, bar }) => {
    const counts = {
      annotations: 0,
      found: 0,
      wrong: 0,
      silent: 0,
      orphaned: 0,
      exact: 0,
      gone: 0,
      goneMoved: 0,
      goneExact: 0
    }
    let milliseconds = 0
    texts.forEach((text, number) => {
      const random = seededRandom(seed * 1000 + number)
      const mutated = mutations.applyEdits(text, mutation(text, random))
      const annotations = Array.from({ length: perText }, () => randomAnnotation(text, random))
      const start = performance.now()
      const carried = carryArticle(annotations, { text }, mutated)
      milliseconds += performance.now() - start
      for (const row of carried) count(counts, row.annotation, row.carried, mutated)
    })
    return { name, bar, ...counts, milliseconds }
  })
}

function count(
  counts: Omit<Row, 'name' | 'bar' | 'milliseconds'>,
  annotation: Annotation,
  carried: CarriedAnnotation,
  mutated: mutations.Mutated
): void {
  if (annotation.spans.some(span => mutated.truth(span) === null)) {
    counts.gone++
    if (carried.status === 'moved') counts.goneMoved++
    if (carried.status === 'exact') counts.goneExact++
    return
  }
  counts.annotations++
  if (carried.status === 'orphaned') {
    counts.orphaned++
    return
  }
  const isFound = annotation.spans.every((span, i) => {
    const [truth, now] = [mutated.truth(span), carried.spans[i]]
    return truth !== null && now !== undefined && intersectionOverUnion(truth, now) >= 0.95
  })
  if (!isFound) {
    counts.wrong++
    if (carried.status === 'exact') counts.silent++
  } else {
    counts.found++
    if (carried.status === 'exact') counts.exact++
  }
}

const deletionKinds: readonly DeletionKind[] = ['deleted', 'deleted-with-typos', 'replaced']
/** Text that came instead can hold the same words; after a plain deletion there is nothing to be found. */
const mostMoved: Record<DeletionKind, number> = { deleted: 0, 'deleted-with-typos': 0.005, replaced: 0.02 }

/** Deletes `passages` passages one at a time, each with an annotation in it, in each way. */
export function measureDeletions(texts: readonly string[], passages: number, seed = 1): DeletionRow[] {
  return deletionKinds.map(kind => {
    const random = seededRandom(seed)
    const row = { kind, passages, exact: 0, moved: 0, mostMoved: mostMoved[kind] }
    for (let i = 0; i < passages; i++) {
      const text = texts[i % texts.length] ?? ''
      const { annotation, edits } = randomDeletion(text, kind, random)
      const [result] = carryArticle([annotation], { text }, mutations.applyEdits(text, edits))
      if (result?.carried.status === 'exact') row.exact++
      if (result?.carried.status === 'moved') row.moved++
    }
    return row
  })
}

/** What a row falls short of, as sentences; none when it passes. */
export function shortfalls(row: Row | DeletionRow): string[] {
  if ('passages' in row) {
    const { kind, passages, exact, moved } = row
    return [
      ...(exact > 0 ? [`${kind}: ${exact} of ${passages} attached in silence`] : []),
      ...(moved > passages * row.mostMoved ? [`${kind}: ${moved} of ${passages} attached`] : [])
    ]
  }
  const [found, wrong] = [row.found / row.annotations, row.wrong / row.annotations]
  return [
    ...(found < row.bar.found ? [`${row.name}: only ${(found * 100).toFixed(2)} % found`] : []),
    ...(wrong > row.bar.wrong ? [`${row.name}: ${(wrong * 100).toFixed(2)} % wrong`] : []),
    ...(row.goneExact > 0
      ? [`${row.name}: ${row.goneExact} of ${row.gone} deleted ones attached in silence`]
      : []),
    // A repeated sentence can be taken for its twin beside it; more than a chance in a thousand is a fault.
    ...(row.silent > row.annotations / 1000 ? [`${row.name}: ${row.silent} wrong and said to be exact`] : [])
  ]
}
