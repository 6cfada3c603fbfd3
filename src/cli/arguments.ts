import { parseArgs, type ParseArgsConfig } from 'node:util'
import { findFormat, formats } from '../core/formats/registry'
import type { Format } from '../core/formats/format'
import { usageFailure } from './io'

type Options = NonNullable<ParseArgsConfig['options']>

/** The arguments by node:util; what it refuses is wrong usage. */
export function parseArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw usageFailure(error instanceof Error ? `${error.message.split('. ')[0] ?? ''}.` : String(error))
  }
}

/** How input is read: what all commands that read one take, for node:util. */
export const inputArguments = {
  from: { type: 'string' },
  columns: { type: 'string' }
} as const

export interface InputArguments {
  from?: string | undefined
  /** As `part=name,part=name`. */
  columns?: string | undefined
}

/** What was said of a table's columns. @throws CommandFailure when it is not said as `part=name,part=name`. */
export function columnsOf({ columns }: InputArguments): Record<string, string> | undefined {
  if (columns === undefined) return undefined
  return Object.fromEntries(
    columns.split(',').map(piece => {
      const [, part, name] = /^\s*(\w+)\s*=(.+)$/.exec(piece) ?? []
      if (part === undefined || name === undefined)
        throw usageFailure(`--columns is written as layer=code,start=from; “${piece}” is not.`)
      return [part, name.trim()]
    })
  )
}

/** @throws CommandFailure when there is no such format, or it does not do what is wanted. */
export function formatNamed(id: string, does: 'read' | 'write'): Format {
  const format = findFormat(id)
  const able = formats.filter(other => other[does] !== undefined).map(other => other.id)
  if (format === undefined) throw usageFailure(`There is no format “${id}”. There are: ${able.join(', ')}.`)
  if (format[does] === undefined)
    throw usageFailure(`${format.name} cannot be ${does === 'read' ? 'read' : 'written'} here.`)
  return format
}
