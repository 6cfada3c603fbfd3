const order = ['views', 'articles', 'reader', 'inspector', 'panel', 'status']

/** In a pane that has it, the keyboard goes past the tools above it. */
const whatItIsFor = '[aria-label="Article text"]'
const control = '[tabindex="0"], :is(button, input, select, textarea):not([disabled])'

/** Gives the keyboard to the next pane that is shown, in reading order. */
export function focusNextPane(): void {
  const panes = order.flatMap(name => document.querySelector<HTMLElement>(`[data-pane=${name}]`) ?? [])
  const current = panes.findIndex(pane => pane.contains(document.activeElement))
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes[(current + step) % panes.length]
    const target = pane?.querySelector<HTMLElement>(whatItIsFor) ?? pane?.querySelector<HTMLElement>(control)
    if (target === null || target === undefined) continue
    target.focus()
    return
  }
}
