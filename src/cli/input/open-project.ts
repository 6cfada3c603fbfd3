import { closeSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { datasetFormat } from '../../core/formats/dataset/dataset-format'
import type { Format, ReadContext, SourceFile } from '../../core/formats/format'
import { jsonlFormat } from '../../core/formats/jsonl/jsonl-format'
import { sourceOf } from '../../core/formats/project-source'
import { formats } from '../../core/formats/registry'
import { columnsOf, formatNamed, type InputArguments } from '../arguments'
import { CommandFailure, fileFailure, usageFailure, type Io } from '../io'
import { collectFiles, isFolder } from './collect-files'
import { fileSource } from './file-source'
import { scanDatasetFile, scanJsonlFile } from './file-scans'
import { readArticles, withTexts } from './read-articles'
import type { OpenedProject } from './opened-project'
import { keepStdin } from './stdin-file'

/** Larger files of our own formats stay on disk; smaller ones are read at once, with all problems named. */
const streamedFromBytes = 16 * 1024 * 1024

/** Opens what the arguments name. @throws CommandFailure when it cannot be read. */
export async function openProject(
  inputs: readonly string[],
  given: InputArguments,
  io: Io
): Promise<OpenedProject> {
  if (inputs.length === 0) throw usageFailure('No input is given; - is standard input.')
  if (!inputs.includes('-')) return openFiles(inputs, given, io)
  if (inputs.length > 1) throw usageFailure('Standard input is read alone.')
  const kept = await keepStdin(io)
  try {
    const opened = await openFiles([kept.path], given, io)
    return {
      ...opened,
      close() {
        opened.close()
        kept.remove()
      }
    }
  } catch (error) {
    kept.remove()
    throw error
  }
}

async function openFiles(inputs: readonly string[], given: InputArguments, io: Io): Promise<OpenedProject> {
  const wanted = given.from === undefined ? undefined : formatNamed(given.from, 'read')
  const columns = columnsOf(given)
  const context: ReadContext = {
    newId: () => io.newId(),
    now: io.now(),
    ...(columns === undefined ? {} : { columns })
  }
  const [input = '', second] = inputs
  if (second === undefined && !isFolder(input)) {
    const streamed = openStreamed(input, wanted, context)
    if (streamed !== null) return streamed
  }
  const files = collectFiles(inputs)
  const format = wanted ?? formats.find(one => one.read !== undefined && one.recognises?.(files) === true)
  if (format?.read === undefined) return readArticles(files, columns, io)
  const read = format.read(format.readsTextsBeside === true ? await withTexts(files, io) : files, context)
  if (!read.ok) throw new CommandFailure(read.error)
  const { data, issues } = read.value
  return { source: sourceOf(data), format, issues, close: () => undefined }
}

/** A large dataset or JSONL file; null when the file is neither. */
function openStreamed(file: string, wanted: Format | undefined, context: ReadContext): OpenedProject | null {
  if (statSync(file).size < streamedFromBytes) return null
  const fd = openFile(file)
  const close = () => closeSync(fd)
  try {
    const start: SourceFile = { name: path.basename(file), bytes: firstBytes(fd) }
    const format = wanted ?? [datasetFormat, jsonlFormat].find(one => one.recognises?.([start]) === true)
    if (format !== datasetFormat && format !== jsonlFormat) {
      close()
      return null
    }
    const scan = format === datasetFormat ? scanDatasetFile(fd) : scanJsonlFile(fd, start.name)
    return { ...fileSource(fd, scan, context), format, close }
  } catch (error) {
    close()
    throw error
  }
}

function openFile(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (error) {
    throw fileFailure(error, file)
  }
}

function firstBytes(fd: number): Uint8Array {
  const buffer = Buffer.alloc(4096)
  return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, 0))
}
