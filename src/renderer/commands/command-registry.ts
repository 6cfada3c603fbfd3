import { commands, type CommandDefinition, type CommandId } from '../../contract/commands'
import type { MenuState } from '../../contract/ipc'
import { KeyBindings, type CommandKeys } from './key-bindings'
import { acceleratorOf, chordOf, type KeyPress } from './keymap'

/** What a command does now. It can be run unless `enabled` is false. */
export interface CommandHandler {
  run(): void
  enabled?: boolean
  /**
   * False when there is nothing for it to act on, as far as is known: menu and palette leave it out. Its key still
   * runs it, because what is selected may have changed this instant; it then says itself what is missing.
   */
  offered?: boolean
  /** For commands that are on or off. */
  checked?: boolean
  /** Replaces the command's title, as in "Undo tag claim". */
  label?: string
  /** Replaces the command's keys in the article text: those of layers come from the codebook. */
  keys?: readonly string[]
}

export type CommandHandlers = Partial<Record<CommandId, CommandHandler>>

/** Which commands can be run now, by whom and by which keys; menu, palette, help sheet and keys all ask here. */
export class CommandRegistry {
  readonly bindings: KeyBindings
  readonly #groups = new Set<CommandHandlers>()
  /** Asked before all others, whenever those were registered. */
  readonly #overrides = new Set<CommandHandlers>()
  readonly #listeners = new Set<() => void>()
  #version = 0

  constructor(bindings = new KeyBindings()) {
    this.bindings = bindings
    bindings.subscribe(() => this.#changed())
  }

  /**
   * Adds a view's handlers; the answer takes them away again. A later registration wins over an earlier one,
   * and an override over both: a mode that gives a key another meaning for as long as it lasts.
   */
  register(handlers: CommandHandlers, { isOverride = false } = {}): () => void {
    const groups = isOverride ? this.#overrides : this.#groups
    groups.add(handlers)
    this.#changed()
    return () => {
      groups.delete(handlers)
      this.#changed()
    }
  }

  handler(id: CommandId): CommandHandler | undefined {
    return [...this.#groups, ...this.#overrides].findLast(group => group[id] !== undefined)?.[id]
  }

  /** Runs a command; false when nothing on screen can do it now. */
  run(id: CommandId): boolean {
    const handler = this.handler(id)
    if (handler === undefined || handler.enabled === false) return false
    handler.run()
    return true
  }

  /** Whether menu and palette show a command as one that can be run. */
  isOffered(id: CommandId): boolean {
    const handler = this.handler(id)
    return handler !== undefined && handler.enabled !== false && handler.offered !== false
  }

  /** The keys that run a command now. */
  keysOf(id: CommandId): CommandKeys {
    const keys = this.handler(id)?.keys
    return keys === undefined ? this.bindings.keysOf(id) : { accelerator: undefined, keys }
  }

  /** The chord to print beside a command; undefined when it has none. */
  printedChord(id: CommandId): string | undefined {
    const { accelerator, keys } = this.keysOf(id)
    return accelerator ?? keys[0]
  }

  /** The command that a key runs in the article text and the annotation list. */
  commandForKey(press: KeyPress): CommandId | undefined {
    const chord = chordOf(press)
    if (chord === undefined) return undefined
    return (
      this.bindings.commandFor(chord, 'text') ??
      commands.find(({ id }) => this.handler(id)?.keys?.includes(chord) === true)?.id
    )
  }

  /** The command whose accelerator a key press is: the window knows them too, for keys the menu does not see. */
  commandForAccelerator(press: KeyPress): CommandId | undefined {
    return this.bindings.commandFor(acceleratorOf(press), 'window')
  }

  menuState(): MenuState {
    const state: MenuState = { enabled: [], checked: [], labels: {}, chords: {}, hidden: [] }
    for (const definition of commands) {
      const { id, menu, isSlot }: CommandDefinition & { id: CommandId } = definition
      const handler = this.handler(id)
      if (isSlot === true && menu !== null && handler === undefined) state.hidden.push(id)
      if (handler?.keys !== undefined || this.bindings.isChosen(id))
        state.chords[id] = this.printedChord(id) ?? ''
      if (handler === undefined) continue
      if (this.isOffered(id)) state.enabled.push(id)
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
