import { quoteOf } from '../../../core/annotation/spans'
import type { Annotation } from '../../../core/project/entities'

/** Further rows come up as those above are done. */
export function MoreRows({ count }: { count: number }) {
  if (count <= 0) return null
  return <p className="revisions-quiet">{count.toLocaleString('en')} more follow when these are done.</p>
}

export function shortQuote(annotation: Annotation): string {
  const quote = quoteOf(annotation)
  return quote.length <= 60 ? quote : `${quote.slice(0, 60).replace(/\s\S*$/u, '')}…`
}

/** The next row takes the keyboard before this one goes. */
export function focusNeighbour(row: HTMLElement): void {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling
  neighbour?.querySelector<HTMLElement>('button')?.focus()
}
