import { vi } from 'vitest'

/** happy-dom has no top layer: popovers and dialogs only note whether they are shown. */
export function standInForTopLayer(): void {
  const { prototype } = HTMLElement
  Object.assign(prototype, {
    showPopover: vi.fn(function (this: HTMLElement) {
      this.dataset['shown'] = 'true'
    }),
    hidePopover: vi.fn(function (this: HTMLElement) {
      delete this.dataset['shown']
    }),
    scrollIntoView: vi.fn()
  })
}
