import { useEffect, type RefObject } from 'react'
import { correspondingPlace, type LinkedPlace } from '../../../../core/perspective/linked-places'

type Scroller = RefObject<HTMLDivElement | null>

/** Keeps corresponding places of two texts at the top of both while one of them is scrolled. */
export function useScrollTogether(
  a: Scroller,
  b: Scroller,
  places: readonly LinkedPlace[] | null,
  /** Until when, as `performance.now` counts, they are moved by the program and do not follow each other. */
  quietUntil: { readonly current: number }
): void {
  useEffect(() => {
    const [first, second] = [a.current, b.current]
    if (first === null || second === null || places === null) return
    // The one that is moved by us answers with a scroll event of its own, which is not to move the other back.
    let leader: HTMLElement | null = null
    let release = 0
    const follow = (from: HTMLElement, to: HTMLElement, side: 'a' | 'b') => () => {
      if (performance.now() < quietUntil.current) return
      if (leader !== null && leader !== from) return
      leader = from
      clearTimeout(release)
      release = window.setTimeout(() => (leader = null), 120)
      to.scrollTop = topOf(to, correspondingPlace(places, placeAtTop(from), side))
    }
    const onFirst = follow(first, second, 'a')
    const onSecond = follow(second, first, 'b')
    first.addEventListener('scroll', onFirst, { passive: true })
    second.addEventListener('scroll', onSecond, { passive: true })
    return () => {
      clearTimeout(release)
      first.removeEventListener('scroll', onFirst)
      second.removeEventListener('scroll', onSecond)
    }
  }, [a, b, places, quietUntil])
}

function blocksOf(scroller: HTMLElement): HTMLElement[] {
  return [...scroller.children].filter(child => child instanceof HTMLElement)
}

const startOf = (block: HTMLElement | undefined) => Number(block?.dataset['start'] ?? 0)
const endOf = (block: HTMLElement | undefined) => Number(block?.dataset['end'] ?? 0)

/** The offset, in UTF-16 units, of what stands at the upper edge: within a block in proportion. */
function placeAtTop(scroller: HTMLElement): number {
  const blocks = blocksOf(scroller)
  const { scrollTop } = scroller
  const block = lastUpTo(blocks, scrollTop, ({ offsetTop }) => offsetTop)
  if (block === undefined) return 0
  const share = Math.min(1, Math.max(0, (scrollTop - block.offsetTop) / Math.max(1, block.offsetHeight)))
  return startOf(block) + share * (endOf(block) - startOf(block))
}

/** Where an offset stands, in px from the top of what is scrolled. */
function topOf(scroller: HTMLElement, offsetUtf16: number): number {
  const block = lastUpTo(blocksOf(scroller), offsetUtf16, startOf)
  if (block === undefined) return 0
  const length = Math.max(1, endOf(block) - startOf(block))
  const share = Math.min(1, Math.max(0, (offsetUtf16 - startOf(block)) / length))
  return block.offsetTop + share * block.offsetHeight
}

/** The last of ascending blocks that begins up to a value; before all of them, the first. */
function lastUpTo(
  blocks: readonly HTMLElement[],
  value: number,
  read: (block: HTMLElement) => number
): HTMLElement | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const block = blocks[middle]
    if (block !== undefined && read(block) <= value) low = middle
    else high = middle - 1
  }
  return blocks[low]
}

/** Brings a mark to the middle of its text. */
export function showMark(scroller: HTMLElement | null, id: string | undefined): void {
  if (scroller === null || id === undefined) return
  const mark = [...scroller.querySelectorAll<HTMLElement>('mark')].find(element =>
    (element.dataset['marks'] ?? '').split(' ').includes(id)
  )
  mark?.scrollIntoView({ block: 'center' })
}
