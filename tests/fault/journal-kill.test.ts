import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFiles } from '../../src/main/storage/disk-files'
import { readJournal } from '../../src/main/storage/journal-reader'

const rounds = Number(process.env['FAULT_ROUNDS'] ?? 10)
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

async function idsInJournal(folder: string): Promise<{ ids: string[]; damage: unknown[] }> {
  const reading = await readJournal(diskFiles, folder)
  if (!reading.ok) throw new Error(reading.error.message)
  const ids: string[] = []
  const damage: unknown[] = []
  for await (const item of reading.value) {
    if (item.kind === 'damage') damage.push(item.damage)
    if (item.kind === 'record' && item.record.entry.kind === 'change-set')
      ids.push(item.record.entry.changeSet.id)
  }
  return { ids, damage }
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
      console.log(`kills: ${rounds}, ${acknowledged.length} acknowledged changes looked for, 0 lost`)
      expect(acknowledged.length).toBeGreaterThan(rounds)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
)
