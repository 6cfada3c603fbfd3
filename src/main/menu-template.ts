import type { MenuItemConstructorOptions } from 'electron'
import { isAccelerator, menuAccelerator } from '../contract/chords'
import {
  commands,
  menuTitles,
  type CommandDefinition,
  type CommandId,
  type MenuTitle
} from '../contract/commands'
import type { MenuState } from '../contract/ipc'

export interface MenuContext {
  platform: NodeJS.Platform
  isDevelopment: boolean
  /** Null until the window has said what can be done: nothing can, then. */
  state: MenuState | null
  run(id: CommandId): void
}

/** The application menu: the table of commands, and what the system itself can do, as roles. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const isMac = context.platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    ...menuTitles.map(title => ({
      label: title,
      ...(title === 'Help' ? { role: 'help' as const } : {}),
      submenu: [...commandItems(title, context), ...systemItems(title, context)]
    })),
    ...(isMac ? [{ role: 'windowMenu' as const }] : [])
  ]
}

/** Sets what may change while a menu stays as it is; labels may not, they need a new menu. */
export function updateMenuItems(
  find: (id: CommandId) => { enabled: boolean; checked: boolean } | null | undefined,
  state: MenuState
): void {
  for (const command of commands as readonly (CommandDefinition & { id: CommandId })[]) {
    const item = find(command.id)
    if (item === null || item === undefined) continue
    item.enabled = state.enabled.includes(command.id)
    const isChecked = state.checked.includes(command.id)
    if (command.kind === 'checkbox') item.checked = isChecked
    // Electron takes any assignment to a radio item, also of false, as choosing it.
    if (command.kind === 'radio' && isChecked) item.checked = true
  }
}

function commandItems(title: MenuTitle, context: MenuContext): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = []
  for (const command of commands as readonly (CommandDefinition & { id: CommandId })[]) {
    if (command.menu !== title) continue
    if (command.startsGroup === true) items.push({ type: 'separator' })
    items.push({
      id: command.id,
      label: escapeMnemonic(context.state?.labels[command.id] ?? command.title),
      type: command.kind ?? 'normal',
      enabled: context.state?.enabled.includes(command.id) ?? false,
      ...(command.kind === undefined || command.kind === 'normal'
        ? {}
        : { checked: context.state?.checked.includes(command.id) ?? false }),
      ...(isHidden(command, context) ? { visible: false } : acceleratorOf(command, context)),
      click: () => context.run(command.id)
    })
  }
  return items
}

/** An ampersand in a label would underline the next letter instead of being shown. */
function escapeMnemonic(label: string): string {
  return label.replaceAll('&', '&&')
}

/** A command that stands for a layer is shown once the window has said that there is one. */
function isHidden({ id, isSlot }: CommandDefinition & { id: CommandId }, { state }: MenuContext): boolean {
  return state === null ? isSlot === true : state.hidden.includes(id)
}

/**
 * Accelerators are the menu's own. Single keys belong to the article text, so the menu only prints them;
 * macOS cannot print without also taking them, so there they are left out.
 */
function acceleratorOf(
  command: CommandDefinition & { id: CommandId },
  { platform, state }: MenuContext
): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const chosen = state?.chords[command.id]
  const chord = chosen ?? command.accelerator ?? command.keys?.[0] ?? ''
  const accelerator = menuAccelerator(chord)
  if (accelerator === undefined) return {}
  if (chosen === undefined ? command.accelerator !== undefined : isAccelerator(chosen)) return { accelerator }
  return platform === 'darwin' ? {} : { accelerator, registerAccelerator: false }
}

function systemItems(title: MenuTitle, context: MenuContext): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  switch (title) {
    case 'File':
      return context.platform === 'darwin' ? [] : [separator, { role: 'quit' }]
    case 'Edit':
      return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'View':
      return [
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(context.isDevelopment
          ? [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]
          : [])
      ]
    case 'Select':
    case 'Annotate':
    case 'Help':
      return []
  }
}
