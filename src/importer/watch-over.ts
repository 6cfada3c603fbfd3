import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { fail, type Failure } from '../core/result'
import { readerFailed } from './reader-failed'
import { linkToHost, type HostLink } from './host-link'
import {
  capsFromArguments,
  heapMegabytes,
  nameOfJob,
  type Caps,
  type FromImporter,
  type Job
} from './protocol'

/** Often enough that a growing reader is met within some tens of megabytes. */
const lookEveryMs = 25

/** Runs each job in a thread of its own file and ends it, and the process, when it goes beyond its caps. */
export function watchOver(entry: URL): void {
  // A document's text never becomes a program, whatever a library would like to do with it.
  setFlagsFromString('--disallow-code-generation-from-strings')
  const caps = capsFromArguments(process.argv.slice(-2))
  const link = linkToHost()
  let reader = startReader(entry, link)
  link.onJob(job => {
    if (reader.hasEnded) reader = startReader(entry, link)
    reader.run(job, caps)
  })
}

interface Reader {
  hasEnded: boolean
  run(job: Job, caps: Caps): void
}

function startReader(entry: URL, link: HostLink): Reader {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } })
  let watch: NodeJS.Timeout | undefined
  let name = ''
  const reader: Reader = {
    hasEnded: false,
    run(job, caps) {
      name = nameOfJob(job)
      const deadline = Date.now() + caps.timeMs
      watch = setInterval(() => {
        if (Date.now() > deadline) void giveUp(tooSlow(name, caps.timeMs))
        else if (process.memoryUsage.rss() > caps.memoryBytes) void giveUp(tooMuchMemory(name))
      }, lookEveryMs)
      worker.postMessage(job)
    }
  }
  const end = (failure: Failure) => {
    clearInterval(watch)
    return link.send({ type: 'done', failure })
  }
  // The memory is given back, and whatever runs is ended, only by ending the process.
  const giveUp = async (failure: Failure) => {
    await end(failure)
    setTimeout(() => process.exit(1), 50)
  }
  worker.on('message', (message: FromImporter) => {
    if (message.type === 'done') clearInterval(watch)
    void link.send(message)
  })
  worker.on('error', (error: Error & { code?: string }) => {
    reader.hasEnded = true
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    void end(isMemory ? tooMuchMemory(name) : readerFailed(name, error))
  })
  return reader
}

function tooSlow(name: string, timeMs: number): Failure {
  const seconds = Math.round(timeMs / 1000)
  return fail('took-too-long', `${name} could not be read within ${seconds} seconds.`, name).error
}

function tooMuchMemory(name: string): Failure {
  return fail('too-much-memory', `${name} needs more memory than importing may use (1 GB).`, name).error
}
