const order = ['views', 'articles', 'reader', 'inspector', 'status']

/** Gives the keyboard to the next pane that is shown, in reading order. */
export function focusNextPane(): void {
  const panes = order.flatMap(name => document.querySelector<HTMLElement>(`[data-pane=${name}]`) ?? [])
  const current = panes.findIndex(pane => pane.contains(document.activeElement))
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes[(current + step) % panes.length]
    const target = pane?.querySelector<HTMLElement>(
      '[aria-label="Article text"], [tabindex="0"], button:enabled, input:enabled, select:enabled, textarea:enabled'
    )
    if (target === null || target === undefined) continue
    target.focus()
    return
  }
}
