import { useCallback, useMemo, type DragEvent, type RefObject } from 'react'
import { contentRole } from '../../../core/annotation/parts'
import type { TextRange } from '../../../core/annotation/spans'
import type { AnnotationId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'

const passageType = 'application/x-counterpoint-passage'
const cardPrefix = 'card-'

/** Begins to drag a passage: dropped on an annotation it becomes one more passage of it. */
export function dragPassage({ dataTransfer }: DragEvent, range: TextRange, words: string): void {
  dataTransfer.setData(passageType, JSON.stringify(range))
  dataTransfer.setData('text/plain', words)
  dataTransfer.effectAllowed = 'copyLink'
}

/** Takes passages that are dropped on an annotation, in the text or on its card. */
export function usePassageDrop(
  editor: RefObject<ArticleEditorHandle | null>,
  actions: AnnotateActions,
  announce: (message: string) => void
) {
  const targetOf = useCallback(
    (event: DragEvent): AnnotationId | undefined => {
      const card = event.target instanceof Element ? event.target.closest(`[id^="${cardPrefix}"]`) : null
      if (card !== null) return card.id.slice(cardPrefix.length) as AnnotationId
      return editor.current?.annotationsAt(event.clientX, event.clientY)[0]
    },
    [editor]
  )
  return useMemo(() => {
    const isPassage = (event: DragEvent) => event.dataTransfer.types.includes(passageType)
    const { hover } = useAnnotateStore.getState()
    return {
      onDragOver(event: DragEvent) {
        if (!isPassage(event)) return
        const id = targetOf(event)
        hover(id ?? null)
        if (id === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'link'
      },
      onDragLeave: () => hover(null),
      onDrop(event: DragEvent) {
        if (!isPassage(event)) return
        event.preventDefault()
        hover(null)
        const id = targetOf(event)
        const range = readRange(event.dataTransfer.getData(passageType))
        if (range === null) return
        if (id === undefined) return announce('Drop the passage on an annotation')
        const { focus, setSelection } = useAnnotateStore.getState()
        actions.addSpan(id, contentRole, range)
        focus(id)
        editor.current?.select({ startUtf16: range.endUtf16, endUtf16: range.endUtf16 })
        setSelection(null)
      }
    }
  }, [editor, actions, announce, targetOf])
}

function readRange(text: string): TextRange | null {
  try {
    const value = JSON.parse(text) as Partial<TextRange>
    const { startUtf16, endUtf16 } = value
    return typeof startUtf16 === 'number' && typeof endUtf16 === 'number' ? { startUtf16, endUtf16 } : null
  } catch {
    return null
  }
}
