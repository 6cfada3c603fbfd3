import { useCallback, useEffect, useRef } from 'react'
import type { Figure } from '../../../core/report/figure'

/** Makes figures when they are asked for; null takes back what `part` offered. */
export type OfferFigures = (part: string, make: (() => readonly Figure[]) | null) => void

/** Offers the figures of a part of the view for as long as it is on screen. They are made only when saved. */
export function useOfferedFigures(offer: OfferFigures, part: string, make: () => readonly Figure[]): void {
  useEffect(() => {
    offer(part, make)
    return () => offer(part, null)
  }, [offer, part, make])
}

/** Collects what the parts on screen offer: the arrangement's first, then what stands above it. */
export function useFigureOffers(): { offer: OfferFigures; make(): readonly Figure[] } {
  const offers = useRef(new Map<string, () => readonly Figure[]>())
  const offer = useCallback<OfferFigures>((part, make) => {
    if (make === null) offers.current.delete(part)
    else offers.current.set(part, make)
  }, [])
  const make = useCallback(() => {
    const parts = [...offers.current].sort(([a], [b]) => Number(a === 'voice') - Number(b === 'voice'))
    return parts.flatMap(([, makeFigures]) => makeFigures())
  }, [])
  return { offer, make }
}
