import { useCallback, type KeyboardEvent, type RefObject } from 'react'
import type { RelationType } from '../../../core/annotation/relations'
import type { Codebook } from '../../../core/project/codebook'
import type { AnnotationId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { annotationLabel } from './annotation-label'
import { useAnnotateStore } from './annotate-store'
import { leaveRelateMode, RelateStrip } from './RelateStrip'
import { useRelate } from './relate-store'
import type { RelationActions } from './relation-actions'
import { RelationPicker } from './RelationPicker'
import type { OpenArticle } from './use-open-article'
import type { ProjectRegisters } from './use-registers'
import './relations.css'

interface RelatingProps {
  editor: RefObject<ArticleEditorHandle | null>
  open: OpenArticle
  codebook: Codebook
  registers: ProjectRegisters
  actions: RelationActions
  announce(message: string): void
}

/** Relate mode over the article: the strip while one walks to the other annotation, then the type. */
export function Relating({ editor, open, codebook, registers, actions, announce }: RelatingProps) {
  const { from, to, isReversed, reverse } = useRelate()
  const focusedId = useAnnotateStore(state => state.focusedId)
  const labelOf = (id: AnnotationId | null) => {
    const annotation = id === null ? undefined : open.index.get(id)
    return annotation === undefined ? null : annotationLabel(annotation, open.index, codebook, registers)
  }
  const first = labelOf(from)
  const second = labelOf(to)
  const leave = () => {
    leaveRelateMode()
    editor.current?.focus()
  }
  if (from === null || first === null) return null
  const pick = (type: RelationType) => {
    if (to === null) return
    void (isReversed ? actions.add(type, to, from) : actions.add(type, from, to))
    leave()
  }
  return (
    <>
      <RelateStrip
        from={first}
        candidate={to === null && focusedId !== from ? labelOf(focusedId) : second}
        announce={announce}
        onChoose={chooseCandidate}
        onLeave={leave}
      />
      {second !== null && (
        <RelationPicker
          from={isReversed ? second : first}
          to={isReversed ? first : second}
          onPick={pick}
          onReverse={reverse}
          onClose={leave}
        />
      )}
    </>
  )
}

/** The focused annotation becomes the other end, unless it is the one to be related. */
export function chooseCandidate(): void {
  const { from, choose } = useRelate.getState()
  const { focusedId } = useAnnotateStore.getState()
  if (from !== null && focusedId !== null && focusedId !== from) choose(focusedId)
}

/** In relate mode Enter chooses and Escape leaves; all other keys do what they always do. */
export function useRelateKeys(onKeyDown: (event: KeyboardEvent) => void): (event: KeyboardEvent) => void {
  return useCallback(
    event => {
      const isRelating = useRelate.getState().from !== null
      if (!isRelating || event.defaultPrevented || (event.key !== 'Enter' && event.key !== 'Escape'))
        return onKeyDown(event)
      if (event.key === 'Enter') chooseCandidate()
      else leaveRelateMode()
      event.preventDefault()
    },
    [onKeyDown]
  )
}
