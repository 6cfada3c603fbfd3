#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import process from 'node:process'
import { run } from './run'

// What reads us may have seen enough, as `head` does.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  async out(piece) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  },
  err: line => process.stderr.write(`${line}\n`),
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
  root: new URL('../../', import.meta.url)
})
