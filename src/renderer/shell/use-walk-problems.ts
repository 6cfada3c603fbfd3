import { useCallback } from 'react'
import type { OpenText } from '../../core/annotation/open-text'
import { extent } from '../../core/annotation/spans'
import { useAnnotateStore } from '../features/annotate/annotate-store'
import { useProblemCommands } from '../features/problems/use-problem-commands'
import { announce } from '../ui/LiveRegion'
import { useSession } from './session-store'

/** The next and the previous problem, from the annotation that is focused in the Annotate view. */
export function useWalkProblems(openText: OpenText | null): void {
  const reveal = useSession(state => state.reveal)
  const standing = useCallback(() => {
    const { focusedId } = useAnnotateStore.getState()
    const annotation = focusedId === null ? undefined : openText?.index.get(focusedId)
    if (annotation === undefined) return null
    return { annotationId: annotation.id, startUtf16: extent(annotation).startUtf16 }
  }, [openText])
  useProblemCommands({ reveal, announce, standing })
}
