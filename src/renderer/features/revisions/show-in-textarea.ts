/** Selects a stretch of a textarea (UTF-16 units) and brings it into view. */
export function showInTextarea(element: HTMLTextAreaElement, start: number, end: number): void {
  // Only taking the focus scrolls to the caret, so the caret is put at the start first.
  element.blur()
  element.setSelectionRange(start, start)
  element.focus()
  element.setSelectionRange(start, end)
}
