import type { MessagePort } from 'node:worker_threads'
import type { FromImporter, Job, JobPiece } from './protocol'
import { nameOfJob } from './protocol'
import { runJob } from './run-job'
import { readerFailed } from './reader-failed'

/** Runs the jobs that come in through the port, and answers each with its pieces and one `done`. */
export function serveJobs(port: MessagePort): void {
  const send = (message: FromImporter) => port.postMessage(message)
  port.on('message', (job: Job) => {
    runJob(job, (piece: JobPiece) => send({ type: 'piece', piece })).then(
      ended => send({ type: 'done', ...ended }),
      (error: unknown) => send({ type: 'done', failure: readerFailed(nameOfJob(job), error) })
    )
  })
}
