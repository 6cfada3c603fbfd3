/** What a window does when it is asked to close, apart from Electron so that it can be tested. */
export interface ClosingWindow {
  /** False when nobody is there to save anything: the page is loading, or its process is gone. */
  canAnswer(): boolean
  /** Tells the page that the window is about to close. */
  announce(): void
  destroy(): void
}

export interface ClosingHandshake {
  /** For the window's `close` event. */
  onClose(event: { preventDefault(): void }): void
  /** The page has saved what was being typed. */
  ready(): void
  /** A person is being asked something: the time stands still until `ready` or `stay`. */
  hold(): void
  /** The window stays open after all. */
  stay(): void
}

/** Lets the page save before its window goes; a page that does not answer in time does not keep it open. */
export function createClosingHandshake(window: ClosingWindow, patienceMs: number): ClosingHandshake {
  let state: 'open' | 'asked' | 'closed' = 'open'
  let timer: NodeJS.Timeout | undefined
  const finish = () => {
    if (state === 'closed') return
    state = 'closed'
    clearTimeout(timer)
    window.destroy()
  }
  return {
    onClose(event) {
      if (state === 'closed') return
      event.preventDefault()
      if (!window.canAnswer()) return finish()
      if (state === 'asked') return
      state = 'asked'
      timer = setTimeout(finish, patienceMs)
      window.announce()
    },
    ready() {
      if (state === 'asked') finish()
    },
    hold: () => clearTimeout(timer),
    stay() {
      clearTimeout(timer)
      if (state === 'asked') state = 'open'
    }
  }
}
