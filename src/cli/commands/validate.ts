import { plainExport } from '../../core/export/export-options'
import { prepareExport } from '../../core/export/prepare-export'
import type { Format, FormatIssue } from '../../core/formats/format'
import { describeLosses } from '../../core/formats/losses'
import { WriteFailure } from '../../core/formats/write-failure'
import { formatNamed, inputArguments, parseArguments } from '../arguments'
import { openProject } from '../input/open-project'
import type { OpenedProject } from '../input/opened-project'
import { CommandFailure, type ExitCode, type Io } from '../io'
import { sayIssues, toJson } from '../output/report'
import { versionOf } from '../version'

/** `counterpoint validate`: reads all of it, and writes it to nowhere when a format is named. */
export async function validate(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    ...inputArguments,
    to: { type: 'string' },
    json: { type: 'boolean' }
  })
  const target = values.to === undefined ? null : formatNamed(values.to, 'write')
  const project = await openProject(positionals, values, io)
  try {
    const counts = { articles: 0, annotations: 0, relations: 0 }
    for (const rows of project.source.articles()) {
      counts.articles += 1
      counts.annotations += rows.annotations.length
      counts.relations += rows.relations.length
    }
    const written = target === null ? [] : tryWriting(project, target, io)
    const issues = [...project.issues, ...written]
    const format = project.format?.id ?? 'articles'
    if (values.json === true) {
      const losses = target === null ? {} : { losses: describeLosses(target.losses) }
      await io.out(toJson({ ok: true, format, counts, ...losses, issues }))
    } else {
      sayIssues(target, issues, io)
      const name = project.format?.name ?? 'Articles'
      await io.out(
        `${name}: ${counts.articles} articles, ${counts.annotations} annotations, ${counts.relations} relations\n`
      )
    }
    return 0
  } finally {
    project.close()
  }
}

function tryWriting(project: OpenedProject, target: Format, io: Io): readonly FormatIssue[] {
  const prepared = prepareExport(project.source, target, plainExport, {
    generator: { name: 'Counterpoint', version: versionOf(io) },
    exportedAt: io.now()
  })
  if (!prepared.ok) throw new CommandFailure(prepared.error)
  try {
    for (const file of prepared.value.files) takeAll(file.chunks)
  } catch (error) {
    if (error instanceof WriteFailure) throw new CommandFailure(error.failure)
    throw error
  }
  return prepared.value.issues
}

function takeAll(chunks: Iterable<unknown>): void {
  const taken = chunks[Symbol.iterator]()
  while (taken.next().done !== true);
}
