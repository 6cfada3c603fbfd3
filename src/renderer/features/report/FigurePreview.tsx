import { useEffect, useState } from 'react'
import type { Figure } from '../../../core/report/figure'
import { previewAddress } from './report-formats'

/** A figure as its picture will be. What it says is in its title, subtitle and table. */
export function FigurePreview({ figure }: { figure: Figure }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isCurrent = true
    void previewAddress(figure).then(
      address => {
        if (isCurrent) setAddress((made = address))
        else URL.revokeObjectURL(address)
      },
      () => isCurrent && setAddress(null)
    )
    return () => {
      isCurrent = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [figure])
  return (
    <div className="report-preview" role="region" aria-label="Preview" tabIndex={0}>
      {address !== null && <img src={address} alt={`${figure.title}. ${figure.subtitle}`} />}
    </div>
  )
}
