import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { deserialize, serialize } from 'node:v8'
import { defaultSplit, plainExport, type ExportOptions } from '../../src/core/export/export-options'
import { prepareInSteps } from '../../src/core/export/prepare-export'
import type { Format, OutgoingFile, SourceFile } from '../../src/core/formats/format'
import { sourceOf } from '../../src/core/formats/project-source'
import { findFormat, formats } from '../../src/core/formats/registry'
import type { ProjectData } from '../../src/core/project/entities'
import type { ChildOptions, ChildOrder, ChildReport } from './format-orders'
import { formatStudy } from './format-study'

// One order in one process, so that its greatest resident memory is its own.

const at = '2026-01-01T00:00:00.000Z'
const context = { generator: { name: 'Bench', version: '0' }, exportedAt: at }

const patienceSeconds = 4

const [, , folder = '', order = '{}'] = process.argv

function carryOut(asked: ChildOrder): ChildReport {
  switch (asked.task) {
    case 'prepare':
      return prepare()
    case 'load':
      return load()
    case 'stringify':
      return stringify(asked.rounds)
    case 'parse':
      return parse(asked.rounds)
    case 'write':
      return write(formatOf(asked.format), asked.rounds)
    case 'export':
      return exportWith(formatOf(asked.format), asked.options, asked.rounds)
    case 'read':
      return read(formatOf(asked.format), asked.rounds)
  }
}

function report(seconds: number[], bytes: number, longestStepsMs: number[] = []): ChildReport {
  return { seconds, bytes, longestStepsMs, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
}

/** What the project takes up by itself. */
function load(): ChildReport {
  const { annotations } = projectData()
  return report([], annotations.length)
}

/** Leaves the project for the others, as rows and as JSON. */
function prepare(): ChildReport {
  const text = JSON.stringify(formatStudy(), null, 2)
  writeFileSync(path.join(folder, 'study.json'), text)
  const data = readWith(formatOf('dataset'), [
    { name: 'study.counterpoint.json', bytes: new TextEncoder().encode(text) }
  ])
  writeFileSync(path.join(folder, 'project.v8'), serialize(data))
  return report([], text.length)
}

function projectData(): ProjectData {
  return deserialize(readFileSync(path.join(folder, 'project.v8'))) as ProjectData
}

/** Of what the dataset's writer writes. */
function stringify(rounds: number): ChildReport {
  const whole = JSON.parse(readFileSync(path.join(folder, 'study.json'), 'utf8')) as unknown
  let bytes = 0
  const seconds = repeated(rounds, () => (bytes = Buffer.byteLength(JSON.stringify(whole, null, 2))))
  return report(seconds, bytes)
}

function parse(rounds: number): ChildReport {
  const bytes = readFileSync(path.join(folder, 'study.json'))
  const seconds = repeated(rounds, () => JSON.parse(bytes.toString('utf8')) as unknown)
  return report(seconds, bytes.length)
}

/** Writes in memory, piece by piece, holding none; then once more to disk for the reader. */
function write(format: Format, rounds: number): ChildReport {
  const source = sourceOf(projectData())
  const steps = new Steps()
  const seconds = repeated(rounds, () => {
    steps.begin()
    const writing = steps.timed(() => format.write?.(source, context))
    if (writing === undefined) throw new Error(`${format.id} cannot be written`)
    steps.take(writing.files)
  })
  const measured = report(seconds, steps.bytes / seconds.length, steps.longestMs)
  for (const file of format.write?.(source, context).files ?? []) {
    const target = path.join(folder, 'written', format.id, file.name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, Buffer.concat(Array.from(file.chunks, chunk => Buffer.from(chunk))))
  }
  return measured
}

/** As the window does it: with its choices, into one file. */
function exportWith(format: Format, options: ChildOptions, rounds: number): ChildReport {
  const { splits, ...others } = options
  const all: ExportOptions = { ...plainExport, ...others, split: splits === true ? defaultSplit : null }
  const source = sourceOf(projectData())
  const steps = new Steps()
  const seconds = repeated(rounds, () => {
    steps.begin()
    const preparing = prepareInSteps(source, format, all, context)
    let step = steps.timed(() => preparing.next())
    while (step.done !== true) step = steps.timed(() => preparing.next())
    if (!step.value.ok) throw new Error(step.value.error.message)
    const prepared = step.value.value
    steps.take([steps.timed(() => prepared.asOneFile())])
  })
  return report(seconds, steps.bytes / seconds.length, steps.longestMs)
}

function read(format: Format, rounds: number): ChildReport {
  const under = path.join(folder, 'written', format.id)
  const names = readdirSync(under, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const files = names.map(entry => {
    const file = path.join(entry.parentPath, entry.name)
    return { name: path.relative(under, file), bytes: new Uint8Array(readFileSync(file)) }
  })
  const seconds = repeated(rounds, () => readWith(format, files))
  return report(
    seconds,
    files.reduce((sum, file) => sum + file.bytes.length, 0)
  )
}

function readWith(format: Format, files: readonly SourceFile[]): ProjectData {
  let minted = 0
  const result = format.read?.(files, { newId: () => `minted-${minted++}`, now: at })
  if (result?.ok !== true) throw new Error(result?.error.message ?? `${format.id} cannot be read`)
  return result.value.data
}

/** Takes files piece by piece and remembers the longest step between two pieces, round by round. */
class Steps {
  readonly longestMs: number[] = []
  bytes = 0

  begin(): void {
    this.longestMs.push(0)
  }

  timed<T>(work: () => T): T {
    const start = performance.now()
    const done = work()
    const ms = performance.now() - start
    const round = this.longestMs.length - 1
    this.longestMs[round] = Math.max(this.longestMs[round] ?? 0, ms)
    return done
  }

  take(files: Iterable<OutgoingFile>): void {
    const iterator = files[Symbol.iterator]()
    for (
      let next = this.timed(() => iterator.next());
      next.done !== true;
      next = this.timed(() => iterator.next())
    ) {
      const chunks = next.value.chunks[Symbol.iterator]()
      for (let piece = this.timed(() => chunks.next()); piece.done !== true;) {
        this.bytes += Buffer.byteLength(piece.value)
        piece = this.timed(() => chunks.next())
      }
    }
  }
}

/** So often, or until it has taken long enough. */
function repeated(rounds: number, work: () => unknown): number[] {
  const seconds: number[] = []
  for (let spent = 0; seconds.length < rounds && spent < patienceSeconds; spent += seconds.at(-1) ?? 0) {
    const start = performance.now()
    work()
    seconds.push((performance.now() - start) / 1000)
  }
  return seconds
}

function formatOf(id: string): Format {
  const format = findFormat(id)
  if (format === undefined) throw new Error(`There is no format ${id} among ${formats.length}`)
  return format
}

process.stdout.write(JSON.stringify(carryOut(JSON.parse(order) as ChildOrder)))
