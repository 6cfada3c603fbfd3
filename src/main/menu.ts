import { isDeepStrictEqual } from 'node:util'
import { Menu } from 'electron'
import type { CommandId } from '../contract/commands'
import type { MenuState } from '../contract/ipc'
import { menuTemplate, updateMenuItems } from './menu-template'

export interface ApplicationMenu {
  /** Shows what can be done now. */
  update(state: MenuState): void
}

/** Sets the application menu; `run` is called when an item or its accelerator is used. */
export function createApplicationMenu(options: {
  isDevelopment: boolean
  run(id: CommandId): void
}): ApplicationMenu {
  let menu = build(null)
  let shown: Pick<MenuState, 'labels' | 'chords' | 'hidden'> = { labels: {}, chords: {}, hidden: [] }

  function build(state: MenuState | null): Menu {
    const built = Menu.buildFromTemplate(menuTemplate({ ...options, platform: process.platform, state }))
    Menu.setApplicationMenu(built)
    return built
  }

  return {
    update(state) {
      const { labels, chords, hidden } = state
      // A new menu closes one that is open, so it is only made when a label or a key really changed.
      if (!isDeepStrictEqual({ labels, chords, hidden }, shown)) menu = build(state)
      shown = { labels, chords, hidden }
      updateMenuItems(id => menu.getMenuItemById(id), state)
    }
  }
}
