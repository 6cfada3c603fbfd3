import { useLayoutEffect, useRef, useState } from 'react'

interface DraftOptions {
  /** A draft that may not be saved stays in its field. Everything may, when left out. */
  canSave?(draft: string): boolean
  /** Called with a draft that may not be saved when its field leaves the screen. */
  onLost?(draft: string): void
}

export interface Draft {
  /** What the field shows: the draft, or what is saved while nobody is typing. */
  text: string
  change(text: string): void
  save(): void
  discard(): void
}

/**
 * What is being typed into a field. It is saved once: by `save` (the field is left, Enter is pressed), or
 * when the field leaves the screen with the keyboard still in it, which no blur event tells of.
 */
export function useDraft(
  saved: string,
  onSave: (draft: string) => void,
  { canSave = () => true, onLost }: DraftOptions = {}
): Draft {
  const [shown, setShown] = useState<string | null>(null)
  // Beside the state, which an unmounting field would see too late.
  const draft = useRef<string | null>(null)
  const change = (text: string | null) => {
    draft.current = text
    setShown(text)
  }
  const save = () => {
    const text = draft.current
    if (text === null || !canSave(text)) return
    change(null)
    if (text !== saved) onSave(text)
  }
  const leave = useRef(save)
  useLayoutEffect(() => {
    leave.current = () => {
      if (draft.current !== null && !canSave(draft.current)) onLost?.(draft.current)
      else save()
    }
  })
  // Of the layout: a view's other effects, which close what the draft is saved to, come later.
  useLayoutEffect(() => () => leave.current(), [])
  return { text: shown ?? saved, change, save, discard: () => change(null) }
}
