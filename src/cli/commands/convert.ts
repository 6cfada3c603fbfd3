import type { ExportOptions } from '../../core/export/export-options'
import { prepareExport, type PreparedExport } from '../../core/export/prepare-export'
import type { Format, FormatIssue } from '../../core/formats/format'
import { describeLosses } from '../../core/formats/losses'
import { formatNamed, inputArguments, parseArguments } from '../arguments'
import { exportArguments, exportOptionsOf } from '../export-arguments'
import { openProject } from '../input/open-project'
import type { OpenedProject } from '../input/opened-project'
import { CommandFailure, usageFailure, type ExitCode, type Io } from '../io'
import { sayIssues, toJson } from '../output/report'
import { writeFiles } from '../output/write-files'
import { versionOf } from '../version'

/** `counterpoint convert`. */
export async function convert(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    to: { type: 'string' },
    ...inputArguments,
    out: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
    ...exportArguments
  })
  if (values.to === undefined) throw usageFailure('--to names the format to write.')
  const format = formatNamed(values.to, 'write')
  const project = await openProject(positionals, values, io)
  try {
    const options = exportOptionsOf(values, project.source)
    return await writeExport({ project, format, options, out: values.out, asJson: values.json === true }, io)
  } finally {
    project.close()
  }
}

interface Order {
  project: OpenedProject
  format: Format
  options: ExportOptions
  out: string | undefined
  asJson: boolean
}

/** Writes an export where it is wanted, and says what was lost on the way. */
export async function writeExport(order: Order, io: Io): Promise<ExitCode> {
  const { project, format, options, out, asJson } = order
  const prepared = prepareExport(project.source, format, options, {
    generator: { name: 'Counterpoint', version: versionOf(io) },
    exportedAt: io.now()
  })
  if (!prepared.ok) throw new CommandFailure(prepared.error)
  const files = await writeFiles(prepared.value.files, out, io)
  const issues: FormatIssue[] = [...project.issues, ...prepared.value.issues]
  if (!asJson) sayIssues(format, issues, io)
  else {
    const report = toJson({ ok: true, ...describe(order, prepared.value), files, issues })
    // The report must not stand among the data.
    if (files.some(file => file.path === '-')) io.err(report.trimEnd())
    else await io.out(report)
  }
  return 0
}

function describe({ project, format }: Order, { source, subsets }: PreparedExport) {
  return {
    from: project.format?.id ?? 'articles',
    to: format.id,
    counts: source.counts,
    ...(subsets === null ? {} : { subsets }),
    losses: format.losses.map((id, index) => ({ id, words: describeLosses([id])[0] ?? String(index) }))
  }
}
