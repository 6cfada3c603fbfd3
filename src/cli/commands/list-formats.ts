import type { Format } from '../../core/formats/format'
import { losses } from '../../core/formats/losses'
import { formats } from '../../core/formats/registry'
import { parseArguments } from '../arguments'
import { usageFailure, type ExitCode, type Io } from '../io'
import { toJson } from '../output/report'

/** `counterpoint formats`. */
export async function listFormats(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
  const [id] = positionals
  const chosen = id === undefined ? formats : formats.filter(format => format.id === id)
  if (chosen.length === 0)
    throw usageFailure(
      `There is no format “${id ?? ''}”. There are: ${formats.map(one => one.id).join(', ')}.`
    )
  if (values.json === true) await io.out(toJson(chosen.map(describe)))
  else await io.out(id === undefined ? table(chosen) : chosen.map(inFull).join('\n'))
  return 0
}

function describe(format: Format) {
  const { id, name, description, extensions, offsetUnit, notes = [], canWithholdText = false } = format
  return {
    ...{ id, name, description, extensions, offsetUnit },
    reads: format.read !== undefined,
    writes: format.write !== undefined,
    canWithholdText,
    losses: format.losses.map(loss => ({ id: loss, words: losses[loss] })),
    notes
  }
}

function directions({ read, write }: Format): string {
  return [read === undefined ? '' : 'read', write === undefined ? '' : 'write'].filter(Boolean).join(', ')
}

function table(rows: readonly Format[]): string {
  const cells = [
    ['id', 'name', 'does', 'files', 'leaves out'],
    ...rows.map(row => [
      row.id,
      row.name,
      directions(row),
      row.extensions.join(' '),
      row.losses.length === 0 ? 'nothing' : row.losses.join(', ')
    ])
  ]
  const widths = [0, 1, 2, 3].map(column => Math.max(...cells.map(row => (row[column] ?? '').length)))
  const lines = cells.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return `${lines.join('\n')}\n`
}

function inFull(format: Format): string {
  const lost = format.losses.map(loss => `  - ${losses[loss]}`)
  return [
    `${format.name} (${format.id}): ${directions(format)}; ${format.extensions.join(' ')}`,
    format.description,
    `Counts places in: ${format.offsetUnit}`,
    ...(format.notes ?? []),
    lost.length === 0 ? 'Leaves out nothing.' : 'Leaves out:',
    ...lost,
    ''
  ].join('\n')
}
