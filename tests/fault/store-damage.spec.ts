import { expect, test } from '@playwright/test'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCounterpoint } from '../e2e/launch'
import { reportFault } from './fault-report'
import { rowsInJournals, rowsInStore, type Stored } from './stored-rows'
import { kill, openSample, tagWord, whenRestored } from './tagging'

/** Every fault, or in a short run a few that differ most. */
const isWhole = process.env['FAULT_ROUNDS'] !== undefined
const cuts = isWhole ? [1, 3, 6, 7, 8, 10, 20, 100, 300] : [1, 7, 300]

type Damage = (file: string) => void
const damages: readonly (readonly [name: string, damage: Damage])[] = [
  ['a bit flipped', file => alter(file, bytes => (bytes[Math.floor(bytes.length / 2)]! ^= 1))],
  ['4 KiB zeroed', file => alter(file, bytes => void bytes.fill(0, 0, Math.min(4096, bytes.length)))],
  ['half of it gone', file => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['deleted', file => rmSync(file)]
]

function alter(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  if (bytes.length === 0) return
  change(bytes)
  writeFileSync(file, bytes)
}

/** The files of the working store, without what the browser writes as a diary. */
function storeFiles(profile: string): string[] {
  const folder = join(profile, 'IndexedDB')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => !/(LOG|LOG\.old|LOCK)$/.test(name))
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
}

/** A profile with a tagged sample, once closed in good order and once killed. */
async function makeProfiles(): Promise<{ closed: string; killed: string; expected: Stored }> {
  const killed = mkdtempSync(join(tmpdir(), 'counterpoint-store-'))
  const first = await launchCounterpoint({ profile: killed })
  await openSample(first.page)
  for (let n = 0; n < 3; n += 1) await tagWord(first.page)
  await first.close()
  const closed = mkdtempSync(join(tmpdir(), 'counterpoint-store-'))
  cpSync(killed, closed, { recursive: true })
  const second = await launchCounterpoint({ profile: killed })
  await whenRestored(second.page)
  await kill(second.app)
  return { closed, killed, expected: await rowsInJournals(closed) }
}

/** Two starts after the damage: everything must be there at both. */
async function expectAllBack(profile: string, expected: Stored): Promise<void> {
  for (let start = 1; start <= 2; start += 1) {
    const { page, close } = await launchCounterpoint({ profile })
    await whenRestored(page)
    expect(await rowsInStore(page)).toEqual(expected)
    await close()
  }
}

test('whatever happens to the files of the working store, everything is back at the next start', async () => {
  test.setTimeout(20 * 60_000)
  const { closed, killed, expected } = await makeProfiles()
  const rows = Object.values(expected.rows).reduce((sum, table) => sum + Object.keys(table).length, 0)
  let rounds = 0
  const check = async (profile: string, what: string, damage: (profile: string) => void) => {
    await test.step(what, async () => {
      const copy = mkdtempSync(join(tmpdir(), 'counterpoint-damaged-'))
      try {
        cpSync(profile, copy, { recursive: true })
        damage(copy)
        await expectAllBack(copy, expected)
        rounds += 1
      } finally {
        rmSync(copy, { recursive: true, force: true, maxRetries: 5 })
      }
    })
  }
  try {
    for (const cut of cuts) {
      // The newest log: where the last changes are.
      const cutLog = (profile: string) => {
        const log = storeFiles(profile)
          .filter(file => file.endsWith('.log'))
          .at(-1)
        if (log === undefined) throw new Error('The working store has no log')
        truncateSync(log, Math.max(0, statSync(log).size - cut))
      }
      await check(killed, `killed, log cut by ${cut}`, cutLog)
      if (isWhole) await check(closed, `closed, log cut by ${cut}`, cutLog)
    }
    for (const [name, damage] of isWhole ? damages : damages.slice(0, 1)) {
      for (const [index, file] of storeFiles(closed).entries()) {
        const damageFile = (profile: string) => damage(storeFiles(profile)[index] ?? '')
        await check(closed, `${file.slice(closed.length)}: ${name}`, damageFile)
      }
    }
  } finally {
    for (const profile of [closed, killed]) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  reportFault({
    fault: 'Files of the working store damaged',
    rounds,
    lookedFor: rows * rounds,
    lost: 0,
    seen: 'two starts after each; the store equalled the journal at both'
  })
})
