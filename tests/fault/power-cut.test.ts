import { expect, test } from 'vitest'
import { verifyJournal } from '../../src/main/storage/journal-reader'
import { crashStates, seededRandom, type CrashState } from '../main/storage/crash-states'
import { changeEntry, folder, prepareFolder, readSession, writerOn } from '../main/storage/journal-sample'
import { killableFiles } from '../main/storage/killable-files'
import { RecordingFiles, type Failing } from '../main/storage/recording-files'
import { reportFault } from './fault-report'

/** What a session found when it began, and what it was told about its changes. */
type Mark = { found: string[] } | { acknowledged: string } | { refused: string }

/** Several sessions with bursts, small files and a disk that fails now and then; half of them are killed. */
async function recordSessions(random: () => number, sessions: number): Promise<RecordingFiles> {
  const files = new RecordingFiles()
  await prepareFolder(files)
  const newId = idMaker()
  for (let session = 0; session < sessions; session += 1) {
    files.failing = () => undefined
    const { head, changeSets } = await readSession(files)
    files.mark({ found: changeSets.map(({ id }) => id) })
    const process = killableFiles(files)
    const writer = writerOn(process.files, head, 2000 + random() * 8000)
    const append = async (id: string) => {
      const answer = await writer.append(changeEntry(id, 'x'.repeat(random() * 3000)))
      files.mark(answer.ok ? { acknowledged: id } : { refused: id })
    }
    files.failing = failNowAndThen(random, session % 2 === 0 ? 0 : 0.08)
    for (let burst = 0; burst < 6; burst += 1) {
      await Promise.all(Array.from({ length: 1 + Math.floor(random() * 6) }, newId).map(append))
    }
    if (random() < 0.5) await writer.close()
    else {
      void append(newId())
      void append(newId())
      for (let steps = random() * 6; steps > 0; steps -= 1)
        await new Promise(resolve => setImmediate(resolve))
      process.kill()
    }
  }
  return files
}

function idMaker(): () => string {
  let count = 0
  return () => `c${(count += 1)}`
}

function failNowAndThen(random: () => number, rate: number): Failing {
  return step => {
    if (random() >= rate) return undefined
    return step === 'write' ? { code: 'ENOSPC', bytes: Math.floor(random() * 3000) } : 'EIO'
  }
}

/** Reads the disk as it was found, goes on writing, and reads again. */
async function comeBack({ files, marks }: CrashState): Promise<void> {
  const { acknowledged, replaced } = promisesIn(marks as Mark[])
  const found = (await readSession(files)).changeSets.map(({ id }) => String(id))
  expect(found.filter(id => acknowledged.includes(id))).toEqual(acknowledged)
  expect(new Set(found).size).toBe(found.length)
  expect(found.filter(id => replaced.includes(id))).toEqual([])

  // A cut while the project was being made leaves no folder.
  await prepareFolder(files)
  const { head } = await readSession(files)
  const writer = writerOn(files, head)
  expect(await writer.append(changeEntry('after-1'))).toMatchObject({ ok: true })
  expect(await writer.append(changeEntry('after-2'))).toMatchObject({ ok: true })
  const { changeSets } = await readSession(files)
  expect(changeSets.map(({ id }) => id)).toEqual([...found, 'after-1', 'after-2'])
  expect(await verifyJournal(files, folder)).toMatchObject({ ok: true, value: { head: writer.head() } })
}

/**
 * What must be there: acknowledged, or found by a session that then wrote behind it. And what must not: refused,
 * found by no later session, and written over. A change that was refused and found all the same is neither: a
 * failed sync leaves pages that nobody can vouch for.
 */
function promisesIn(marks: readonly Mark[]): { acknowledged: string[]; replaced: string[] } {
  const acknowledged: string[] = []
  const replaced: string[] = []
  const everRefused = new Set<string>()
  let refused: string[] = []
  let found: string[] = []
  for (const mark of marks) {
    if ('refused' in mark) {
      refused.push(mark.refused)
      everRefused.add(mark.refused)
    } else if ('found' in mark) {
      refused = refused.filter(id => !mark.found.includes(id))
      found = mark.found.filter(id => !acknowledged.includes(id) && !everRefused.has(id))
    } else {
      acknowledged.push(...found.splice(0), mark.acknowledged)
      replaced.push(...refused.splice(0))
    }
  }
  return { acknowledged, replaced }
}

test('after a power cut at any moment everything acknowledged is there, and work goes on', async () => {
  const scripts = 8
  const cuts = 130
  let states = 0
  let steps = 0
  let acknowledged = 0
  for (let seed = 1; seed <= scripts; seed += 1) {
    const random = seededRandom(seed)
    const recording = await recordSessions(random, 6)
    steps += recording.record.length
    for (const state of crashStates(recording, random, cuts)) {
      try {
        await comeBack(state)
      } catch (error) {
        throw new Error(`seed ${seed}, cut after step ${state.at}`, { cause: error })
      }
      states += 1
      acknowledged += state.marks.filter(mark => 'acknowledged' in (mark as Mark)).length
    }
  }
  expect(states).toBeGreaterThanOrEqual(1000)
  reportFault({
    fault: 'Power cut over the journal',
    rounds: states,
    lookedFor: acknowledged,
    lost: 0,
    seen: `${steps} recorded steps, some of them failing; unsynced writes dropped, reordered and torn`
  })
}, 120_000)
