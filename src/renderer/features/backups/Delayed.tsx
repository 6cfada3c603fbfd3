import { useEffect, useState, type ReactNode } from 'react'

interface DelayedProps {
  afterMs: number
  children: ReactNode
}

/** Shows what is in it once that much time has passed: what is over sooner should not flicker. */
export function Delayed({ afterMs, children }: DelayedProps) {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isShown ? children : null
}
