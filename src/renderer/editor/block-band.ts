/** Blocks from first to last, both included. */
export interface BlockBand {
  first: number
  last: number
}

/** Blocks painted above and below the viewport. */
const margin = 10
/** The band is painted anew when the viewport comes this near to its edge, in blocks. */
const reserve = 3

/** The band to paint for these visible blocks; the old one as long as it reaches far enough. `end` is the last block there is. */
export function bandAround(visible: BlockBand, old: BlockBand, end: number): BlockBand {
  const isEnough =
    old.first <= Math.max(0, visible.first - reserve) && old.last >= Math.min(end, visible.last + reserve)
  if (isEnough) return old
  return { first: Math.max(0, visible.first - margin), last: Math.min(end, visible.last + margin) }
}
