import { commands, type CommandId } from '../../contract/commands'
import type { MenuState } from '../../contract/ipc'

/** What a command does now. It can be run unless `enabled` is false. */
export interface CommandHandler {
  run(): void
  enabled?: boolean
  /** For commands that are on or off. */
  checked?: boolean
  /** Replaces the command's title, as in "Undo tag claim". */
  label?: string
}

export type CommandHandlers = Partial<Record<CommandId, CommandHandler>>

/** Which commands can be run now and by whom; the menu, the palette and the keys all ask here. */
export class CommandRegistry {
  readonly #groups = new Set<CommandHandlers>()
  readonly #listeners = new Set<() => void>()
  #version = 0

  /** Adds a view's handlers; the answer takes them away again. A later registration wins over an earlier one. */
  register(handlers: CommandHandlers): () => void {
    this.#groups.add(handlers)
    this.#changed()
    return () => {
      this.#groups.delete(handlers)
      this.#changed()
    }
  }

  handler(id: CommandId): CommandHandler | undefined {
    return [...this.#groups].findLast(group => group[id] !== undefined)?.[id]
  }

  /** Runs a command; false when nothing on screen can do it now. */
  run(id: CommandId): boolean {
    const handler = this.handler(id)
    if (handler === undefined || handler.enabled === false) return false
    handler.run()
    return true
  }

  menuState(): MenuState {
    const state: MenuState = { enabled: [], checked: [], labels: {} }
    for (const { id } of commands) {
      const handler = this.handler(id)
      if (handler === undefined) continue
      if (handler.enabled !== false) state.enabled.push(id)
      if (handler.checked === true) state.checked.push(id)
      if (handler.label !== undefined) state.labels[id] = handler.label
    }
    return state
  }

  /** Grows with each change of what can be run; with `subscribe` for `useSyncExternalStore`. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #changed(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}
