import { useLayoutEffect, useState, type RefObject } from 'react'

/** How large an element is inside, in px; followed for as long as it is on screen. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const read = () => {
      const { clientWidth: width, clientHeight: height } = current
      setSize(old => (old.width === width && old.height === height ? old : { width, height }))
    }
    read()
    const resizes = new ResizeObserver(read)
    resizes.observe(current)
    return () => resizes.disconnect()
  }, [element])
  return size
}
