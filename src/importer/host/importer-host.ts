import { fail, type Failure } from '../../core/result'
import { importerCaps, nameOfJob, type Caps, type FromImporter, type Job, type JobPiece } from '../protocol'

/** A started process of importers, however it was started. */
export interface ImporterProcess {
  send(job: Job): void
  onMessage(listener: (message: FromImporter) => void): void
  onExit(listener: () => void): void
  kill(): void
}

export interface JobEnd {
  failure: Failure | null
  wanted?: 'articles' | 'project'
}

/** The process watches its own caps; this much later it is ended from outside. */
const patienceMs = 5000

/**
 * Runs jobs in the importers' process, one after the other. The process is started with the first job, ended
 * with `end`, and started anew when it broke off: no job can harm the next one.
 */
export class ImporterHost {
  private process: ImporterProcess | null = null
  private onMessage: (message: FromImporter) => void = () => undefined
  private onExit: () => void = () => undefined

  constructor(
    private readonly start: () => ImporterProcess,
    private readonly caps: Caps = importerCaps
  ) {}

  /** Answers how the job ended. Its pieces come before; they count only when there is no failure. */
  run(job: Job, onPiece: (piece: JobPiece) => void, signal?: AbortSignal): Promise<JobEnd> {
    const name = nameOfJob(job)
    return new Promise(resolve => {
      const settle = (ended: JobEnd) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        this.onMessage = () => undefined
        this.onExit = () => undefined
        resolve(ended)
      }
      const breakOff = (ended: JobEnd) => {
        this.end()
        settle(ended)
      }
      const onAbort = () => breakOff({ failure: fail('cancelled', 'Importing was cancelled.').error })
      const tooSlow = fail('took-too-long', `${name} could not be read in time.`, name)
      const timer = setTimeout(() => breakOff({ failure: tooSlow.error }), this.caps.timeMs + patienceMs)
      if (signal?.aborted === true) return onAbort()
      signal?.addEventListener('abort', onAbort)
      this.onMessage = message => {
        if (message.type === 'piece') return onPiece(message.piece)
        const { failure, wanted } = message
        // After these the process ends itself; the next job has a new one.
        const isEnding = failure?.code === 'took-too-long' || failure?.code === 'too-much-memory'
        if (isEnding) this.end()
        settle(wanted === undefined ? { failure } : { failure, wanted })
      }
      this.onExit = () => settle({ failure: stopped(name) })
      this.started().send(job)
    })
  }

  /** Ends the process. A job that runs is not answered; cancel it by its signal. */
  end(): void {
    const ended = this.process
    this.process = null
    ended?.kill()
  }

  private started(): ImporterProcess {
    if (this.process !== null) return this.process
    const started = this.start()
    this.process = started
    started.onMessage(message => {
      if (this.process === started) this.onMessage(message)
    })
    started.onExit(() => {
      if (this.process !== started) return
      this.process = null
      this.onExit()
    })
    return started
  }
}

function stopped(name: string): Failure {
  const message = `${name} could not be read: reading it broke off, most likely for want of memory.`
  return fail('importer-stopped', message, name).error
}
