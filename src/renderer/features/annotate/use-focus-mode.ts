import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import { extent, type TextRange } from '../../../core/annotation/spans'
import type { CommandHandlers } from '../../commands/command-registry'
import { useCommands, useOverridingCommands } from '../../commands/use-commands'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useAnnotateStore } from './annotate-store'
import type { OpenArticle } from './use-open-article'

export interface FocusMode {
  isOn: boolean
  /** The passage that is not shaded: the focused annotation, or else the paragraph of the caret. */
  spotlight: TextRange | null
}

/** Only the article and its text, with everything but the current passage taken back. */
export function useFocusMode(
  open: OpenArticle,
  editor: RefObject<ArticleEditorHandle | null>,
  announce: (message: string) => void
): FocusMode {
  const [isOn, setIsOn] = useState(false)
  const paragraph = useParagraph(isOn, open, editor)
  const focusedId = useAnnotateStore(state => state.focusedId)
  const turn = useCallback(
    (on: boolean) => {
      setIsOn(on)
      announce(on ? 'Focus mode. Escape leaves it' : 'Focus mode off')
      editor.current?.focus()
    },
    [announce, editor]
  )
  useCommands(
    useMemo<CommandHandlers>(
      () => ({
        'view.focus-mode': { run: () => turn(!isOn), checked: isOn }
      }),
      [isOn, turn]
    )
  )
  // Escape first leaves this mode and only then the annotation.
  useOverridingCommands(
    useMemo<CommandHandlers>(
      () => (isOn ? { 'annotate.unfocus': { run: () => turn(false) } } : {}),
      [isOn, turn]
    )
  )
  useEffect(() => {
    if (!isOn) return
    const root = document.documentElement
    root.dataset.focusMode = 'true'
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) turn(false)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      delete root.dataset.focusMode
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [isOn, turn])
  const focused = focusedId === null ? undefined : open.index.get(focusedId)
  const spotlight = useMemo(() => (focused === undefined ? paragraph : extent(focused)), [focused, paragraph])
  useEffect(() => {
    if (!isOn || spotlight === null) return
    // The text has other lines when the panes are away.
    const frame = requestAnimationFrame(() => editor.current?.scrollTo(spotlight))
    return () => cancelAnimationFrame(frame)
  }, [isOn, spotlight, editor])
  return { isOn, spotlight: isOn ? spotlight : null }
}

/** The block that holds the caret, or the one in the middle of what is on screen. */
function useParagraph(
  isOn: boolean,
  { index, revision }: OpenArticle,
  editor: RefObject<ArticleEditorHandle | null>
): TextRange | null {
  const [block, setBlock] = useState<number | null>(null)
  useEffect(() => {
    if (!isOn) return
    const follow = () => {
      const handle = editor.current
      if (handle === null) return
      const caret = handle.caret()
      const { first, last } = handle.visibleBlocks()
      setBlock(caret === null ? Math.floor((first + last) / 2) : index.blockAt(caret))
    }
    follow()
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [isOn, index, editor])
  return useMemo(() => {
    const found = block === null ? undefined : revision.blocks[block]
    return found === undefined ? null : { startUtf16: found.startUtf16, endUtf16: found.endUtf16 }
  }, [block, revision])
}
