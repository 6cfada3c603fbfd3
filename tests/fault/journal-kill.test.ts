import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultRounds, reportFault } from './fault-report'
import { idsInJournal } from './journal-ids'

const rounds = faultRounds(10)
const runTs = join(import.meta.dirname, '../../scripts/run-ts.mjs')
const child = join(import.meta.dirname, 'journal-child.ts')

/** Starts a writer, kills it after `delay` milliseconds of writing, and answers what it said was saved. */
async function killWhileWriting(folder: string, prefix: string, delay: number): Promise<string[]> {
  const writer = spawn(process.execPath, [runTs, child, folder, prefix], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const closed = once(writer, 'close')
  let said = ''
  let complaints = ''
  let timer: NodeJS.Timeout | undefined
  writer.stdout.on('data', (piece: Buffer) => {
    timer ??= setTimeout(() => writer.kill('SIGKILL'), delay)
    said += piece.toString()
  })
  writer.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()))
  const [code, signal] = (await closed) as [number | null, string | null]
  clearTimeout(timer)
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself (${code}): ${complaints}`)
  // A line without its end was cut off while it was said.
  return said.split('\n').slice(1, -1)
}

test(
  `nothing acknowledged is lost when the writing process is killed, ${rounds} times in one folder`,
  { timeout: 10_000 * rounds },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journal-kill-'))
    try {
      const acknowledged: string[] = []
      for (let round = 1; round <= rounds; round += 1) {
        acknowledged.push(...(await killWhileWriting(folder, `r${round}`, Math.random() * 150)))
        const { ids, damage } = await idsInJournal(folder)
        const there = new Set(ids)
        expect(acknowledged.filter(id => !there.has(id))).toEqual([])
        expect(there.size).toBe(ids.length)
        expect(damage).toEqual([])
      }
      expect(acknowledged.length).toBeGreaterThan(rounds)
      reportFault({
        fault: 'Journal process killed',
        rounds,
        lookedFor: acknowledged.length,
        lost: 0,
        seen: 'no damage was found after any of them'
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
)
