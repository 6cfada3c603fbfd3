import { generalHelp, helpTexts, isCommandName, type CommandName } from './help'
import { CommandFailure, type ExitCode, type Io } from './io'
import { versionOf } from './version'

type Command = (args: readonly string[], io: Io) => Promise<ExitCode>

/** Each is loaded only when it is called: help is there at once. */
const commands: Record<CommandName, () => Promise<Command>> = {
  convert: async () => (await import('./commands/convert')).convert,
  validate: async () => (await import('./commands/validate')).validate,
  stats: async () => (await import('./commands/stats')).stats,
  diff: async () => (await import('./commands/diff')).diff,
  split: async () => (await import('./commands/split')).split,
  formats: async () => (await import('./commands/list-formats')).listFormats,
  schema: async () => (await import('./commands/schema')).schema
}

/** Runs the command that the arguments name. Nothing is thrown: what goes wrong is said, and is the exit code. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args
  try {
    if (name === '--version') {
      await io.out(`${versionOf(io)}\n`)
      return 0
    }
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      await io.out(isCommandName(rest[0]) ? helpTexts[rest[0]] : generalHelp())
      return name === undefined ? 2 : 0
    }
    if (!isCommandName(name)) {
      io.err(`counterpoint: There is no command “${name}”; counterpoint --help lists them.`)
      return 2
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      await io.out(helpTexts[name])
      return 0
    }
    const command = await commands[name]()
    return await command(rest, io)
  } catch (error) {
    return sayFailure(error, args.includes('--json'), io)
  }
}

async function sayFailure(error: unknown, asJson: boolean, io: Io): Promise<ExitCode> {
  if (!(error instanceof CommandFailure)) {
    const why = error instanceof Error ? error.message : String(error)
    io.err(`counterpoint: Something unexpected happened: ${why}`)
    return 3
  }
  const { failure, exitCode } = error
  const { place, message } = failure
  if (asJson) await io.out(`${JSON.stringify({ ok: false, error: failure }, null, 2)}\n`)
  io.err(`counterpoint: ${place === undefined || place === '' ? '' : `${place}: `}${message}`)
  return exitCode
}
