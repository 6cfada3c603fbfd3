import { useSyncExternalStore } from 'react'
import type { FocusStore } from './focus-store'

/** Draws source, cue and threads of the focused annotation over the text; the mouse goes through it. */
export function FocusOverlay({ store }: { store: FocusStore }) {
  const { shapes, colour } = useSyncExternalStore(store.subscribe, store.read)
  return (
    <div className="article-focus" aria-hidden="true" style={{ color: colour }}>
      {shapes.map(({ kind, left, top, width, height }, i) => (
        <div key={i} className={`article-focus-${kind}`} style={{ left, top, width, height }} />
      ))}
    </div>
  )
}
