import { defaultSplit, type SplitOptions } from '../../core/export/export-options'
import { formatNamed, inputArguments, parseArguments } from '../arguments'
import { exportArguments, exportOptionsOf } from '../export-arguments'
import { openProject } from '../input/open-project'
import { usageFailure, type ExitCode, type Io } from '../io'
import { writeExport } from './convert'

/** `counterpoint split`. */
export async function split(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    to: { type: 'string', default: 'jsonl' },
    ...inputArguments,
    out: { type: 'string', short: 'o' },
    shares: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
    ...exportArguments
  })
  if (values.out === undefined) throw usageFailure('--out names a folder or a .zip for the subsets.')
  const format = formatNamed(values.to, 'write')
  const splitting = splitOf(values.shares, values.seed)
  const project = await openProject(positionals, values, io)
  try {
    const options = { ...exportOptionsOf(values, project.source), split: splitting }
    return await writeExport({ project, format, options, out: values.out, asJson: values.json === true }, io)
  } finally {
    project.close()
  }
}

function splitOf(shares: string | undefined, seed: string | undefined): SplitOptions {
  const given = shares?.split(',').map(share => (share.trim() === '' ? NaN : Number(share)))
  const [train, validation, test] = given ?? []
  if (given !== undefined && (given.length !== 3 || given.some(share => !(share >= 0 && share < Infinity))))
    throw usageFailure('--shares are three numbers, as in 80,10,10.')
  const number = seed === undefined ? defaultSplit.seed : Number(seed)
  if (!Number.isSafeInteger(number)) throw usageFailure('--seed is a whole number.')
  return {
    shares:
      train === undefined || validation === undefined || test === undefined
        ? defaultSplit.shares
        : { train, validation, test },
    seed: number
  }
}
