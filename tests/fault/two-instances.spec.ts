import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronEnvironment, resolveElectron } from '../../scripts/electron-runtime.mjs'
import { launchCounterpoint } from '../e2e/launch'
import { articleText } from '../e2e/workbench'
import { filesIn } from '../main/storage/project-sample'
import { isProjectFolderName } from '../../src/main/storage/project-folder-name'
import { expectAllThere } from './expect-all-there'
import { longRounds, reportFault } from './fault-report'
import { rowsInJournals, rowsInStore, storedChangeIds } from './stored-rows'
import { countShown, kill, openFirstArticle, openSample, tagWord, whenRestored } from './tagging'

const rounds = longRounds(1, 5)
const profiles: string[] = []

function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'counterpoint-two-'))
  profiles.push(profile)
  return profile
}

test.afterEach(() => {
  for (const profile of profiles.splice(0)) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** Starts the application once more, as a person does, and answers its exit code. */
async function startAgain(profile: string): Promise<number | null> {
  const electron = await resolveElectron()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron.path, [...sandbox, '.', `--user-data-dir=${profile}`], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: electronEnvironment(electron),
    stdio: 'ignore'
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  return code
}

test('a second start on one profile ends at once and brings the first window to the front', async () => {
  test.setTimeout(rounds * 60_000)
  let lookedFor = 0
  for (let round = 0; round < rounds; round += 1) {
    const profile = newProfile()
    const { app, page, close } = await launchCounterpoint({ profile })
    await openSample(page)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    expect(await startAgain(profile)).toBe(0)
    const isVisible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isVisible()))
    await expect.poll(isVisible).toEqual([true])
    await tagWord(page)
    const saved = new Set(await storedChangeIds(page))
    await close()
    await expectAllThere(profile, saved)
    lookedFor += saved.size
  }
  reportFault({
    fault: 'Two instances on one profile',
    rounds,
    lookedFor,
    lost: 0,
    seen: 'the second ended by itself, the first came to the front and went on saving'
  })
})

test('two profiles with one project folder: the second reads, and writes nothing', async () => {
  test.skip(process.platform === 'win32', 'symbolic links need a privilege on Windows')
  test.setTimeout(rounds * 120_000)
  let lookedFor = 0
  for (let round = 0; round < rounds; round += 1) {
    const [profile, guest] = [newProfile(), newProfile()]
    const first = await launchCounterpoint({ profile })
    await openSample(first.page)
    await tagWord(first.page)
    const folder = join(profile, 'projects')
    symlinkSync(folder, join(guest, 'projects'))

    const before = await filesIn(folder)
    const second = await launchCounterpoint({ profile: guest })
    await whenRestored(second.page)
    await openFirstArticle(second.page)
    expect(await rowsInStore(second.page)).toEqual(await rowsInJournals(profile))
    await expectTagRefused(second.page, /open in another Counterpoint/)
    expect(await filesIn(folder)).toEqual(before)

    // The first goes on, and what the second has read is out of date: it must not write over it.
    await tagWord(first.page)
    const saved = new Set(await storedChangeIds(first.page))
    await first.close()
    await expectTagRefused(second.page, /Another program has changed this project/)
    await second.close()
    const third = await launchCounterpoint({ profile: guest })
    await whenRestored(third.page)
    await openFirstArticle(third.page)
    await tagWord(third.page)
    for (const id of await storedChangeIds(third.page)) saved.add(id)
    await third.close()
    await expectAllThere(profile, saved)
    lookedFor += saved.size
  }
  reportFault({
    fault: 'Two profiles with one project folder',
    rounds,
    lookedFor,
    lost: 0,
    seen: 'the second was refused in words and wrote nothing; after a restart it could write'
  })
})

test('the lock of a killed application is taken over at the next start', async () => {
  test.setTimeout(rounds * 90_000)
  let lookedFor = 0
  for (let round = 0; round < rounds; round += 1) {
    const profile = newProfile()
    const first = await launchCounterpoint({ profile })
    await openSample(first.page)
    await tagWord(first.page)
    const saved = new Set(await storedChangeIds(first.page))
    await kill(first.app)
    const locks = lockFiles(profile)
    expect(locks).toHaveLength(1)
    // A process of that number, but of another start of the computer; else the number of one that is gone.
    if (round % 2 === 0) {
      const lock = JSON.parse(readFileSync(locks[0]!, 'utf8')) as object
      writeFileSync(locks[0]!, `${JSON.stringify({ ...lock, pid: process.pid, bootId: 'another-boot' })}\n`)
    }
    const again = await launchCounterpoint({ profile })
    await whenRestored(again.page)
    await openFirstArticle(again.page)
    await tagWord(again.page)
    for (const id of await storedChangeIds(again.page)) saved.add(id)
    await again.close()
    expect(lockFiles(profile)).toEqual([])
    await expectAllThere(profile, saved)
    lookedFor += saved.size
  }
  reportFault({
    fault: 'Stale lock of a killed application',
    rounds,
    lookedFor,
    lost: 0,
    seen: 'taken over at the next start, whether its process or its boot was gone'
  })
})

function lockFiles(profile: string): string[] {
  const projects = join(profile, 'projects')
  return readdirSync(projects)
    .filter(isProjectFolderName)
    .flatMap(name => readdirSync(join(projects, name)).map(file => join(projects, name, file)))
    .filter(path => path.includes('LOCK'))
}

async function expectTagRefused(
  page: Awaited<ReturnType<typeof launchCounterpoint>>['page'],
  words: RegExp
): Promise<void> {
  const before = await countShown(page)
  await articleText(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('1')
  await expect(page.locator('.toast')).toContainText(words, { timeout: 5000 })
  expect(await countShown(page)).toBe(before)
}
