import { join } from 'node:path'
import { z } from 'zod'
import type { JournalHead } from '../../contract/storage'
import { rowSchemas, type ChangeSet } from '../../core/history/change-set'
import { checkChangeSet } from '../../core/history/check-change-set'
import type { ProjectState } from '../../core/history/project-state'
import { projectIdSchema, type ProjectId } from '../../core/project/ids'
import { ok, type Failure, type Result } from '../../core/result'
import { bundleDamaged } from './bundle-manifest'
import { defaultInflationLimits } from './inflate-lines'
import { journalVersion, type JournalDamage, type JournalEntry, type JournalRepair } from './journal-line'
import { isKnownDamage, readJournal, type JournalRecord } from './journal-reader'
import { Pacer } from './pacer'
import type { OnProgress } from './progress-stages'
import { damageInWords } from './quarantine'
import type { ProjectPlace } from './read-project'
import { readSnapshot } from './snapshot-file'
import { snapshotFolder } from './snapshots'

/** What a bundle says of its content. */
export interface BundleContent {
  projectId: ProjectId
  head: JournalHead
  /** File name of the snapshot that goes with the journal; null when there is none. */
  snapshot: string | null
}

/** A snapshot's lines come from elsewhere, too: no project has more. */
const limits = { ...defaultInflationLimits, bytes: 2048 * 1024 * 1024 }

const headerSchema = z.strictObject({
  format: z.literal('counterpoint-journal'),
  version: z.literal(journalVersion),
  projectId: projectIdSchema,
  generator: z.string().max(200)
})
const lineNumber = z.number().int().nonnegative()
const repairSchema = z.strictObject({
  damage: z.array(z.strictObject({ file: z.string().max(50), line: lineNumber })),
  missing: z.array(z.strictObject({ from: lineNumber, to: lineNumber }))
})

/**
 * Whether the journal and the snapshot in a folder are whole, belong to one project, end with `head` and hold
 * nothing but valid rows. Damage that a repair line has written down, or that the snapshot covers, is allowed:
 * it is part of the project. Failures: `bundle-damaged`, `newer-version`, or what the file system said. Throws
 * what the file system throws.
 */
export async function checkBundleContent(
  place: ProjectPlace,
  content: BundleContent,
  onProgress: OnProgress
): Promise<Result<null>> {
  const snapshot = await checkSnapshot(place, content)
  if (!snapshot.ok) return snapshot
  return new JournalCheck(content, snapshot.value).run(place, onProgress)
}

interface CheckedSnapshot {
  head: JournalHead
  hasProject: boolean
}

async function checkSnapshot(
  { files, folder, blobs }: ProjectPlace,
  { projectId, head, snapshot }: BundleContent
): Promise<Result<CheckedSnapshot | null>> {
  if (snapshot === null) return ok(null)
  const read = await readSnapshot(files, join(snapshotFolder(folder), snapshot), blobs, {
    validate: true,
    limits
  })
  if (!read.ok) {
    if (read.error.code !== 'snapshot-damaged') return read
    return refused(snapshot, 'it is not whole')
  }
  const { header, state } = read.value
  if (header.projectId !== projectId) return refused(snapshot, 'it is of another project')
  if (header.head.sequence > head.sequence) return refused(snapshot, 'it is newer than the journal')
  if (!(await isOfProject(state, projectId))) return refused(snapshot, 'a row is of another project')
  return ok({ head: header.head, hasProject: state.rows.projects.size === 1 })
}

async function isOfProject(state: ProjectState, projectId: ProjectId): Promise<boolean> {
  const pacer = new Pacer()
  for (const rows of Object.values(state.rows) as ReadonlyMap<string, { id: string; projectId?: string }>[]) {
    for (const row of rows.values()) {
      if ((row.projectId ?? row.id) !== projectId) return false
      if (pacer.isDue()) await pacer.pause()
    }
  }
  return true
}

class JournalCheck {
  #head: JournalHead = { sequence: 0, hash: '' }
  #hasProject: boolean
  readonly #repairs: JournalRepair[] = []
  /** Found, and not known to be covered by the snapshot. */
  #damage: JournalDamage[] = []

  constructor(
    private readonly content: BundleContent,
    private readonly snapshot: CheckedSnapshot | null
  ) {
    this.#hasProject = snapshot?.hasProject ?? false
  }

  async run({ files, folder }: ProjectPlace, onProgress: OnProgress): Promise<Result<null>> {
    const reading = await readJournal(files, folder)
    if (!reading.ok) return reading
    const pacer = new Pacer()
    const { head } = this.content
    for await (const item of reading.value) {
      if (item.kind === 'damage') this.#damage.push(item.damage)
      if (item.kind === 'record') {
        // Whoever exports may be writing meanwhile.
        if (item.record.sequence > head.sequence) break
        const problem = await this.#take(item.record, pacer)
        if (problem !== undefined) return refused(item.record.file, `line ${item.record.line} ${problem}`)
        onProgress(item.record.sequence, head.sequence)
      }
      if (pacer.isDue()) await pacer.pause()
    }
    return this.#conclude()
  }

  async #take({ sequence, head, entry }: JournalRecord, pacer: Pacer): Promise<string | undefined> {
    const covered = this.snapshot?.head
    // What is damaged before this line had lower numbers.
    if (covered !== undefined && sequence - 1 <= covered.sequence) this.#damage = []
    if (sequence === covered?.sequence && head.hash !== covered.hash) return 'is not the one its backup names'
    this.#head = head
    const problem = await entryProblem(entry, this.content.projectId, pacer)
    if (problem !== undefined) return problem
    if (entry.kind === 'repair') this.#repairs.push(entry.repair)
    if (entry.kind === 'change-set' && sequence > (covered?.sequence ?? 0)) {
      for (const { table, after } of entry.changeSet.changes) {
        if (table === 'projects') this.#hasProject = after !== null
      }
    }
    return undefined
  }

  #conclude(): Result<null> {
    const { head } = this.content
    const covered = this.snapshot?.head
    const reachesHead = [this.#head, covered].some(
      one => one !== undefined && one.sequence === head.sequence && one.hash === head.hash
    )
    if (!reachesHead) return refused('journal', 'its end is missing')
    if (covered?.sequence === head.sequence) this.#damage = []
    const damage = this.#damage.find(one => !isKnownDamage(one, this.#repairs))
    if (damage !== undefined) return refused(damage.file, withoutFullStop(damageInWords(damage)))
    return this.#hasProject ? ok(null) : refused('journal', 'it holds no project')
  }
}

/** Undefined when the entry may be stored: it goes on "line 5 …". */
async function entryProblem(
  entry: JournalEntry,
  projectId: ProjectId,
  pacer: Pacer
): Promise<string | undefined> {
  if (entry.kind === 'repair')
    return repairSchema.safeParse(entry.repair).success ? undefined : 'is not valid'
  if (entry.kind === 'header') {
    if (!headerSchema.safeParse(entry.header).success) return 'is not valid'
    return entry.header.projectId === projectId ? undefined : 'is of another project'
  }
  return changeSetProblem(entry.changeSet, projectId, pacer)
}

/** Rows are looked at one by one: a change set of an import holds hundreds of them. */
async function changeSetProblem(
  changeSet: ChangeSet,
  projectId: ProjectId,
  pacer: Pacer
): Promise<string | undefined> {
  if (changeSet.projectId !== projectId) return 'is of another project'
  const head = checkChangeSet({ ...changeSet, changes: [] })
  if (!head.ok) return 'is not valid'
  const seen = new Set<string>()
  for (const change of changeSet.changes) {
    const place = changePlace(change)
    if (place === undefined || seen.has(place)) return 'is not valid'
    seen.add(place)
    const checked = checkChangeSet({ ...changeSet, changes: [change] })
    if (!checked.ok) return `holds what is not valid (${checked.error.place})`
    // What was there before comes back when it is undone.
    if (change.before !== null && !rowSchemas[change.table].safeParse(change.before).success) {
      return `holds what is not valid (${place})`
    }
    if (pacer.isDue()) await pacer.pause()
  }
  return undefined
}

const changeSchema = z.strictObject({
  table: z.string().refine(table => Object.hasOwn(rowSchemas, table)),
  id: z.string().min(1),
  before: z.looseObject({}).nullable(),
  after: z.looseObject({}).nullable()
})

/** Undefined when it is not a change at all. */
function changePlace(change: unknown): string | undefined {
  const parsed = changeSchema.safeParse(change)
  return parsed.success ? `${parsed.data.table}/${parsed.data.id}` : undefined
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function refused(name: string, what: string): { ok: false; error: Failure } {
  return { ok: false, error: bundleDamaged(name, what) }
}
