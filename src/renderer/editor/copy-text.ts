import type { TextSelection } from './text-selection'

/** Copying gives the text as it is saved; the browser would bring our markup along. */
export function copyFrom(
  dom: HTMLElement,
  selection: TextSelection,
  text: string,
  signal: AbortSignal
): void {
  dom.addEventListener(
    'copy',
    event => {
      const range = selection.read()
      if (range === null) return
      event.clipboardData?.setData('text/plain', text.slice(range.startUtf16, range.endUtf16))
      event.preventDefault()
    },
    { signal }
  )
}
