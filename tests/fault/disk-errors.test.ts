import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longRounds, reportFault, reportSkipped } from './fault-report'
import { idsInJournal } from './journal-ids'

const runTs = join(import.meta.dirname, '../../scripts/run-ts.mjs')
const child = join(import.meta.dirname, 'disk-error-child.ts')
const rounds = longRounds(2, 25)

const faults = [
  { fault: 'fdatasync of the journal fails (EIO)', call: 'fdatasync', error: 'EIO', code: 'disk-error' },
  { fault: 'write to the journal fails (ENOSPC)', call: 'write', error: 'ENOSPC', code: 'disk-full' },
  { fault: 'fsync of the project folder fails (EIO)', call: 'fsync', error: 'EIO', code: 'disk-error' }
]

/** Runs a program to its end. */
async function run(
  program: string,
  args: readonly string[]
): Promise<{ code: number | null; output: string }> {
  // One thread, because strace counts calls by thread; and no ring, past which it cannot look.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' }
  const started = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  started.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
  started.stderr.on('data', (piece: Buffer) => (output += piece.toString()))
  started.on('error', error => (output += error.message))
  const [code] = (await Promise.race([once(started, 'close'), once(started, 'error').then(() => [1])])) as [
    number | null
  ]
  return { code, output }
}

/** Why calls cannot be made to fail here, or null. */
async function straceProblem(): Promise<string | null> {
  if (process.platform !== 'linux') return 'needs Linux, for strace'
  const args = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'inject=fdatasync:error=EIO',
    process.execPath,
    '-e',
    ''
  ]
  const { code, output } = await run('strace', args)
  if (code === 0) return null
  if (output.includes('ENOENT')) return 'needs strace, which is not installed'
  return `strace cannot attach here (${output.trim().split('\n').at(-1)})`
}

/** The journal files that a round can come to; calls on any other file go through. */
function journalPaths(folder: string): string[] {
  const names = Array.from(
    { length: 60 },
    (_, index) => `journal-${String(index + 1).padStart(4, '0')}.jsonl`
  )
  return [folder, ...names.map(name => join(folder, name))].flatMap(path => ['-P', path])
}

async function appendUnder(inject: string, folder: string): Promise<string[]> {
  const strace = ['-f', '-qq', '-o', '/dev/null', ...journalPaths(folder), '-e', `inject=${inject}`]
  const { code, output } = await run('strace', [...strace, process.execPath, runTs, child, folder])
  if (code !== 0) throw new Error(`the writer ended with ${code}: ${output}`)
  const lines = output.split('\n').filter(line => /^(saved|refused|done)/.test(line))
  expect(lines.at(-1)).toBe('done')
  return lines.slice(0, -1)
}

test.for(faults)(
  '$fault: what failed is refused, the rest is kept',
  { timeout: 60_000 + rounds * 20_000 },
  async ({ fault, call, error, code }, context) => {
    const problem = await straceProblem()
    if (problem !== null) {
      reportSkipped(fault, problem)
      context.skip(problem)
    }
    let lookedFor = 0
    let refusals = 0
    for (let round = 0; round < rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'journal-errors-'))
      try {
        // The folder is synced once for each file, so its calls are few.
        const [first, step] = [1 + (round % 3), 2 + (round % 4)]
        const lines = await appendUnder(`${call}:error=${error}:when=${first}+${step}`, folder)
        const refused = lines.filter(line => line.startsWith('refused'))
        expect(refused.length).toBeGreaterThan(0)
        expect(refused.every(line => line.endsWith(` ${code}`))).toBe(true)
        const saved = lines.filter(line => line.startsWith('saved')).map(line => line.split(' ')[1])
        expect(lines.slice(lines.indexOf(refused[0]!)).some(line => line.startsWith('saved'))).toBe(true)

        const { ids: found, damage } = await idsInJournal(folder)
        expect(damage).toEqual([])
        expect(found.filter(id => saved.includes(id))).toEqual(saved)
        // What was refused and has another change behind it is written over: it must not come back.
        const lastSaved = lines.findLastIndex(line => line.startsWith('saved'))
        const replaced = lines.slice(0, lastSaved).filter(line => line.startsWith('refused'))
        expect(replaced.filter(line => found.includes(line.split(' ')[1]!))).toEqual([])
        lookedFor += saved.length
        refusals += refused.length
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
    reportFault({
      fault,
      rounds,
      lookedFor,
      lost: 0,
      seen: `${refusals} changes refused, none of them acknowledged; the next ones were saved`
    })
  }
)
