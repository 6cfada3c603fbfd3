import { create } from 'zustand'

const useAnnouncement = create<{ text: string; count: number }>()(() => ({ text: '', count: 0 }))

/** Says something to assistive technology, politely. The same words twice are said twice. */
export function announce(text: string): void {
  useAnnouncement.setState(state => ({ text, count: state.count + 1 }))
}

/** The one polite live region of the window. */
export function LiveRegion() {
  const { text, count } = useAnnouncement()
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true" data-testid="announcements">
      <span key={count}>{text}</span>
    </div>
  )
}
