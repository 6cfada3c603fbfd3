import { createContext, useContext, useEffect, useRef, useState, type RefObject } from 'react'

/** Pixels around what is on screen in which cards are made. */
const reach = 700

/** Tells elements whether they are near what is on screen in the element that scrolls them. */
export class Nearness {
  readonly #listeners = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>()
  #observer: IntersectionObserver | null = null

  /** @param scroller matches the element that scrolls whatever is watched */
  constructor(private readonly scroller: string) {}

  watch(element: Element, listener: (entry: IntersectionObserverEntry) => void): () => void {
    this.#listeners.set(element, listener)
    this.#observer ??= this.#observe(element.closest(this.scroller))
    this.#observer.observe(element)
    return () => this.#observer?.unobserve(element)
  }

  close(): void {
    this.#observer?.disconnect()
    this.#observer = null
  }

  #observe(root: Element | null): IntersectionObserver {
    return new IntersectionObserver(
      entries => {
        for (const entry of entries) this.#listeners.get(entry.target)?.(entry)
      },
      { root, rootMargin: `${reach}px 0px` }
    )
  }
}

export const NearnessContext = createContext<Nearness | null>(null)

/** Whether an element is near what is on screen, and the height it had when it last was. */
export function useNear(
  element: RefObject<HTMLElement | null>,
  isNearAtFirst: boolean
): { isNear: boolean; height: number | null } {
  const nearness = useContext(NearnessContext)
  const [near, setNear] = useState<{ isNear: boolean; height: number | null }>({
    isNear: isNearAtFirst,
    height: null
  })
  const isShown = useRef(isNearAtFirst)
  useEffect(() => {
    const watched = element.current
    if (nearness === null || watched === null) return
    return nearness.watch(watched, ({ isIntersecting, boundingClientRect }) => {
      if (isIntersecting === isShown.current) return
      isShown.current = isIntersecting
      setNear(old => ({
        isNear: isIntersecting,
        height: isIntersecting ? old.height : boundingClientRect.height
      }))
    })
  }, [nearness, element])
  return near
}
