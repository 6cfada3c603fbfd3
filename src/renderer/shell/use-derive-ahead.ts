import { useEffect, useRef } from 'react'
import { eventOrderOf } from '../../core/chronology/event-order'
import { ledgersOf } from '../../core/chronology/ledger'
import { perspectivesOf } from '../../core/perspective/perspective'
import { voiceMeasure } from '../../core/perspective/voice-share'
import type { Study } from '../../core/project/study'

/** What the views ask first. Each is remembered by the study it was derived from. */
const derivations: readonly ((study: Study) => unknown)[] = [
  study => voiceMeasure(study, perspectivesOf(study), 'stance'),
  study => voiceMeasure(study, perspectivesOf(study), 'role'),
  eventOrderOf,
  ledgersOf
]

/**
 * Derives what the views of a study show before one is opened, a piece in each idle moment. Only once: after every
 * change it would take the time of who is tagging.
 */
export function useDeriveAhead(study: Study | null): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (study === null || isDone.current) return
    let handle = 0
    const next = (at: number) => {
      const derive = derivations[at]
      if (derive === undefined) isDone.current = true
      else
        handle = requestIdleCallback(() => {
          derive(study)
          next(at + 1)
        })
    }
    next(0)
    return () => cancelIdleCallback(handle)
  }, [study])
}
