import { useEffect, useState } from 'react'
import type { Study } from '../../core/project/study'
import type { Figure } from '../../core/report/figure'
import { studyFigures } from '../../core/report/study-figures'

interface Found {
  study: Study
  figures: readonly Figure[]
}

/** What else the study can be shown as than what is offered; found one by one, each after the window has painted. */
export function useOtherFigures(study: Study | null, offered: readonly Figure[] | null): readonly Figure[] {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (study === null || offered === null) return
    const remaining = studyFigures(study, offered)
    const figures: Figure[] = []
    const findNext = () => {
      const next = remaining.next()
      if (next.done === true) return
      figures.push(next.value)
      setFound({ study, figures: [...figures] })
      timer = setTimeout(findNext)
    }
    let timer = setTimeout(findNext)
    return () => {
      clearTimeout(timer)
      setFound(null)
    }
  }, [study, offered])
  return found?.study === study && offered !== null ? found.figures : none
}

const none: readonly Figure[] = []
