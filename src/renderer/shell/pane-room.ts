import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from './session-store'

export type Pane = 'isListShown' | 'isInspectorShown'

/** Below these widths a pane lies over the article, and is shown only while it is asked for. */
const narrow: Readonly<Record<Pane, string>> = {
  isListShown: '(max-width: 1180px)',
  isInspectorShown: '(max-width: 960px)'
}

/** Whether a pane would lie over the article now. */
function isNarrowFor(pane: Pane): boolean {
  return window.matchMedia(narrow[pane]).matches
}

/** Whether a pane is on screen: as it was left where there is room, and as it was asked for where there is none. */
export function usePaneShown(pane: Pane): boolean {
  const isNarrow = useSyncExternalStore(
    useCallback(
      listener => {
        const media = window.matchMedia(narrow[pane])
        media.addEventListener('change', listener)
        return () => media.removeEventListener('change', listener)
      },
      [pane]
    ),
    () => isNarrowFor(pane)
  )
  const isWanted = useSession(state => state[pane])
  const isOverText = useSession(state => state.paneOverText === pane)
  return isNarrow ? isOverText : isWanted
}

/** Shows or hides a pane, in the way the window's width asks for. */
export function togglePane(pane: Pane): void {
  const { toggle, toggleOverText } = useSession.getState()
  if (isNarrowFor(pane)) toggleOverText(pane)
  else toggle(pane)
}
