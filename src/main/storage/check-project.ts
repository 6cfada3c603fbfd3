import { join } from 'node:path'
import type { ProjectCheck } from '../../contract/storage'
import type { ProjectState } from '../../core/history/project-state'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { articleInWords, checkState, type Finding } from './check-state'
import { listJournalFiles } from './journal-index'
import type { JournalDamage } from './journal-line'
import { verifyJournal } from './journal-reader'
import type { ProjectStore } from './project-store'
import { progressStages, type OnProgress } from './progress-stages'
import { damageInWords } from './quarantine'
import { readSnapshot } from './snapshot-file'
import { listSnapshots, snapshotFolder, type SnapshotEntry } from './snapshots'

/** More than anybody reads, and little enough to be sent to the window at once. */
const maximumFindings = 500

/**
 * Reads everything a project has on the disk and says what is wrong with it, in words and with its place:
 * journal, backups, stored files, and whether the rows fit together. Alters nothing. Work can go on meanwhile:
 * what is being changed is left for the next check. Fails only when the folder itself cannot be read.
 */
export async function checkProject(
  store: ProjectStore,
  onProgress: OnProgress
): Promise<Result<ProjectCheck>> {
  const stages = progressStages(onProgress, { journal: 3, backups: 4, rows: 2, blobs: 2 })
  const findings = new Findings()
  try {
    const journal = await checkJournal(store, findings, stages.journal)
    const backups = await checkBackups(store, findings, stages.backups)
    const read = await store.read()
    if (!read.ok) {
      findings.add({ place: read.error.place ?? 'Project', message: read.error.message })
      return ok({ journal, backups, blobs: { checked: 0 }, findings: findings.list() })
    }
    const { state } = read.value
    for await (const finding of checkState(state, stages.rows)) findings.add(finding)
    const blobs = await checkBlobs(store, state, findings, stages.blobs)
    return ok({ journal, backups, blobs, findings: findings.list() })
  } catch (error) {
    return fileProblem(error, store.place.folder)
  }
}

/** The first ones, and how many more there were. */
class Findings {
  readonly #list: Finding[] = []
  #more = 0

  add(finding: Finding): void {
    if (this.#list.length < maximumFindings) this.#list.push(finding)
    else this.#more += 1
  }

  list(): Finding[] {
    if (this.#more === 0) return this.#list
    return [...this.#list, { place: 'Project', message: `There are ${this.#more} more findings.` }]
  }
}

async function checkJournal(
  store: ProjectStore,
  findings: Findings,
  onProgress: OnProgress
): Promise<ProjectCheck['journal']> {
  const { files, folder } = store.place
  const head = store.head()
  const names = await listJournalFiles(files, folder)
  const verified = await verifyJournal(files, folder, onProgress)
  if (!verified.ok) {
    findings.add({ place: verified.error.place ?? 'Journal', message: verified.error.message })
    return { files: names.length, lines: 0, bytes: 0 }
  }
  const { records, bytes, damage, known } = verified.value
  for (const one of damage) findings.add({ place: placeOf(one), message: damageInWords(one) })
  for (const one of known) {
    findings.add({ place: placeOf(one), message: `${damageInWords(one)} This was noted on an earlier day.` })
  }
  const end = verified.value.head
  if (end.sequence < head.sequence || (end.sequence === head.sequence && end.hash !== head.hash)) {
    const message = `The journal’s end is missing: it holds ${end.sequence} of ${head.sequence} changes. A backup may hold the others.`
    findings.add({ place: names.at(-1) ?? 'Journal', message })
  }
  return { files: names.length, lines: records, bytes }
}

function placeOf({ file, line }: JournalDamage): string {
  return `${file}, line ${line}`
}

async function checkBackups(
  store: ProjectStore,
  findings: Findings,
  onProgress: OnProgress
): Promise<ProjectCheck['backups']> {
  const { files, folder } = store.place
  const entries = await listSnapshots(files, snapshotFolder(folder))
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  const damaged: string[] = []
  let readable = 0
  let done = 0
  for (const entry of entries) {
    const reason = await backupProblem(store, entry)
    if (reason === undefined) readable += 1
    else {
      findings.add({ place: entry.name, message: reason })
      if (entry.status !== 'newer') damaged.push(entry.name)
    }
    onProgress((done += entry.bytes), total)
  }
  return { readable, damaged }
}

/** Undefined when it is whole, or was thinned out while others were read. */
async function backupProblem({ place }: ProjectStore, entry: SnapshotEntry): Promise<string | undefined> {
  if (entry.status === 'newer')
    return 'A newer version of Counterpoint took this backup; this one cannot check it.'
  const path = join(snapshotFolder(place.folder), entry.name)
  const read = await readSnapshot(place.files, path, place.blobs)
  if (read.ok || (await place.files.size(path)) === undefined) return undefined
  return `This backup cannot be restored. ${read.error.message}`
}

async function checkBlobs(
  { place }: ProjectStore,
  state: ProjectState,
  findings: Findings,
  onProgress: OnProgress
): Promise<ProjectCheck['blobs']> {
  const users = blobUsers(state)
  const { checked, damaged, missing } = await place.blobs.verifyAll(users.keys(), onProgress)
  for (const sha256 of missing) for (const user of users.get(sha256) ?? []) findings.add(user('is missing'))
  for (const sha256 of damaged) for (const user of users.get(sha256) ?? []) findings.add(user('is damaged'))
  return { checked }
}

type DescribeUser = (what: 'is missing' | 'is damaged') => Finding

/** Which articles need a stored file, by its SHA-256: the same text or file may be stored for several. */
function blobUsers(state: ProjectState): Map<string, DescribeUser[]> {
  const users = new Map<string, DescribeUser[]>()
  const add = (sha256: string, user: DescribeUser) => {
    const known = users.get(sha256)
    if (known === undefined) users.set(sha256, [user])
    else known.push(user)
  }
  for (const { articleId, number, textSha256 } of state.rows.revisions.values()) {
    add(textSha256, what => ({
      place: articleInWords(state, articleId),
      message: `The stored copy of its text (version ${number}) ${what}. The text itself is also in the journal; backups that need the copy cannot be restored.`
    }))
  }
  for (const { id, original } of state.rows.articles.values()) {
    if (original === null) continue
    add(original.sha256, what => ({
      place: articleInWords(state, id),
      message: `The imported file “${original.fileName}” ${what}. Text and annotations are not affected.`
    }))
  }
  return users
}
