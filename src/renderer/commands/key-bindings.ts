import { isAccelerator } from '../../contract/chords'
import { commands, commandDefinition, type CommandId } from '../../contract/commands'

/** The keys of one command: of the whole window, and of the article text. */
export interface CommandKeys {
  accelerator: string | undefined
  keys: readonly string[]
}

/** Where chosen keys are kept between starts. */
export interface BindingsMemory {
  read(): string | null
  write(text: string): void
}

/** The keys of every command: those of the table, or those a person has given it instead. */
export class KeyBindings {
  readonly #memory: BindingsMemory | null
  readonly #listeners = new Set<() => void>()
  #chosen: ReadonlyMap<CommandId, readonly string[]>
  #version = 0

  constructor(memory: BindingsMemory | null = null) {
    this.#memory = memory
    this.#chosen = readChosen(memory?.read() ?? null)
  }

  keysOf(id: CommandId): CommandKeys {
    const chosen = this.#chosen.get(id)
    if (chosen !== undefined)
      return {
        accelerator: chosen.find(isAccelerator),
        keys: chosen.filter(chord => !isAccelerator(chord))
      }
    const { accelerator, keys = [] } = commandDefinition(id)
    return { accelerator, keys }
  }

  /** All of a command's chords, the one to print first. */
  chordsOf(id: CommandId): string[] {
    const { accelerator, keys } = this.keysOf(id)
    return accelerator === undefined ? [...keys] : [accelerator, ...keys]
  }

  isChosen(id: CommandId): boolean {
    return this.#chosen.has(id)
  }

  get isAnyChosen(): boolean {
    return this.#chosen.size > 0
  }

  /** Gives a command these chords and no others; none takes its keys away. */
  choose(id: CommandId, chords: readonly string[]): void {
    this.#set(new Map(this.#chosen).set(id, chords))
  }

  reset(id: CommandId): void {
    const chosen = new Map(this.#chosen)
    if (chosen.delete(id)) this.#set(chosen)
  }

  resetAll(): void {
    this.#set(new Map())
  }

  /** The command that a chord of the article text, or of the whole window, runs. */
  commandFor(chord: string, where: 'text' | 'window'): CommandId | undefined {
    return commands.find(({ id }) => {
      const { accelerator, keys } = this.keysOf(id)
      return where === 'window' ? accelerator === chord : keys.includes(chord)
    })?.id
  }

  /** Grows with each change; with `subscribe` for `useSyncExternalStore`. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #set(chosen: ReadonlyMap<CommandId, readonly string[]>): void {
    this.#chosen = chosen
    this.#version += 1
    this.#memory?.write(JSON.stringify(Object.fromEntries(chosen)))
    for (const listener of this.#listeners) listener()
  }
}

/** What was stored, as far as it has the right shape; commands that are no more are forgotten. */
function readChosen(text: string | null): Map<CommandId, readonly string[]> {
  const chosen = new Map<CommandId, readonly string[]>()
  const stored = parse(text)
  for (const { id } of commands) {
    const chords: unknown = stored[id]
    if (Array.isArray(chords) && chords.every(chord => typeof chord === 'string')) chosen.set(id, chords)
  }
  return chosen
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
