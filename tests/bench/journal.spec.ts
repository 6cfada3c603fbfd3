import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { diskFiles } from '../../src/main/storage/disk-files'
import { journalStart } from '../../src/main/storage/journal-line'
import { verifyJournal } from '../../src/main/storage/journal-reader'
import { JournalWriter } from '../../src/main/storage/journal-writer'
import { changeEntry, projectId } from '../main/storage/journal-sample'
import { record, rounds } from './figure'

const singles = 1_000
const lines = 200_000
const burst = 5_000

// The journal alone, in plain Node: what the disk and our own code take, without a window.
test('journal', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-journal-'))
  const generator = 'bench'
  const writer = new JournalWriter({ files: diskFiles, folder, projectId, generator, head: journalStart })
  // With its frame a line of about 1 KB.
  const entry = (n: number) => changeEntry(`change-${n}`, 'x'.repeat(600))
  try {
    const acknowledged: number[] = []
    for (let n = 0; n < singles; n += 1) acknowledged.push(await timed(() => writer.append(entry(n))))
    for (let n = singles; n < lines; n += burst) {
      const count = Math.min(burst, lines - n)
      await Promise.all(Array.from({ length: count }, (_, k) => writer.append(entry(n + k))))
    }
    await writer.close()
    const verified: number[] = []
    for (let i = 0; i < rounds(5, 3); i += 1)
      verified.push(await timed(() => verifyJournal(diskFiles, folder)))
    record('6-journal', [
      {
        name: 'journal: one change acknowledged',
        unit: 'ms',
        samples: acknowledged,
        targets: [
          { of: 'median', atMost: 2 },
          { of: 'p99', atMost: 20 }
        ]
      },
      {
        name: 'journal: 200,000 lines verified',
        unit: 'ms',
        samples: verified,
        targets: [{ of: 'median', atMost: 1500 }]
      }
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function timed(work: () => Promise<{ ok: boolean }>): Promise<number> {
  const start = performance.now()
  const answer = await work()
  if (!answer.ok) throw new Error('The journal refused')
  return performance.now() - start
}
