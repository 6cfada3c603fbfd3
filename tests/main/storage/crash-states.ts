import { DiskTree, type DiskFolder, type DiskNode, type DiskOperation } from './disk-tree'
import { RecordingFiles } from './recording-files'

/** What a power cut may leave behind, and what had been promised before it. */
export interface CrashState {
  /** The disk after the cut, ready to be used and recorded again. */
  files: RecordingFiles
  /** Everything marked before the cut. */
  marks: unknown[]
  /** Recorded steps that came before the cut. */
  at: number
}

/** Repeatable numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` power cuts, spread over all of the recording; what is not synced is dropped, torn and reordered. */
export function* crashStates(
  recording: RecordingFiles,
  random: () => number,
  count: number
): Generator<CrashState> {
  for (let index = 0; index < count; index += 1) {
    const at = Math.floor(((index + random()) / count) * (recording.record.length + 1))
    yield cutPower(recording, at, random)
  }
}

/** The disk after a power cut behind the first `at` recorded steps. */
export function cutPower(recording: RecordingFiles, at: number, random: () => number): CrashState {
  const disk = new VolatileDisk(recording.start)
  const marks: unknown[] = []
  for (const item of recording.record.slice(0, at)) {
    if (item.kind === 'mark') marks.push(item.mark)
    else disk.apply(item.operation)
  }
  return { files: new RecordingFiles(disk.afterCut(random)), marks, at }
}

interface FileBytes {
  synced: Buffer
  /** Everything that was written, synced or not. */
  written: Buffer
  /** Written, but a sync failed: no later sync vouches for it. */
  isDoubtful: boolean
}

/** A change to one folder's names, or a move between two. */
interface NameChange {
  remove?: { folder: number; name: string }
  add?: { folder: number; name: string; node: DiskNode }
}

/** Keeps apart what is on the disk and what is only in memory. */
class VolatileDisk {
  /** As programs saw it. */
  readonly #live: DiskTree
  readonly #bytes = new Map<number, FileBytes>()
  /** Names on the disk, by folder. */
  readonly #names = new Map<number, Map<string, DiskNode>>()
  #pending: NameChange[] = []

  constructor(start: DiskTree) {
    this.#live = start.copy()
    this.#addSynced(this.#live.root)
  }

  #addSynced(node: DiskNode): void {
    if (node.kind === 'file') {
      this.#bytes.set(node.id, { synced: node.bytes, written: node.bytes, isDoubtful: false })
      return
    }
    this.#names.set(node.id, new Map(node.names))
    for (const child of node.names.values()) this.#addSynced(child)
  }

  apply(operation: DiskOperation): void {
    this.#noteNames(operation)
    this.#live.apply(operation)
    switch (operation.kind) {
      case 'create':
      case 'make-folder':
        this.#noteNew(operation.path)
        break
      case 'write':
      case 'sync':
      case 'sync-failed':
        this.#noteBytes(operation)
        break
      case 'sync-folder':
        this.#syncFolder(this.#live.folder(operation.path))
        break
      case 'rename':
      case 'remove':
        break
    }
  }

  /** Before the live tree changes, so that the node that moves can still be found. */
  #noteNames(operation: DiskOperation): void {
    if (operation.kind === 'remove') {
      const { folder, name } = this.#live.place(operation.path)
      this.#pending.push({ remove: { folder: folder.id, name } })
    }
    if (operation.kind === 'rename') {
      const from = this.#live.place(operation.from)
      const to = this.#live.place(operation.to)
      const node = from.folder.names.get(from.name)
      if (node === undefined) return
      this.#pending.push({
        remove: { folder: from.folder.id, name: from.name },
        add: { folder: to.folder.id, name: to.name, node }
      })
    }
  }

  #noteNew(path: string): void {
    const { folder, name } = this.#live.place(path)
    const node = folder.names.get(name)
    if (node === undefined) return
    if (node.kind === 'folder') this.#names.set(node.id, new Map())
    else this.#bytes.set(node.id, { synced: Buffer.alloc(0), written: Buffer.alloc(0), isDoubtful: false })
    this.#pending.push({ add: { folder: folder.id, name, node } })
  }

  #noteBytes(operation: Extract<DiskOperation, { kind: 'write' | 'sync' | 'sync-failed' }>): void {
    const file = this.#bytes.get(operation.id)
    if (file === undefined) return
    if (operation.kind === 'write') file.written = Buffer.concat([file.written, operation.bytes])
    else if (operation.kind === 'sync-failed') file.isDoubtful = true
    else if (!file.isDoubtful) file.synced = file.written
  }

  #syncFolder(folder: DiskFolder): void {
    const touches = (change: NameChange) =>
      change.remove?.folder === folder.id || change.add?.folder === folder.id
    for (const change of this.#pending.filter(touches)) applyNames(this.#names, change)
    this.#pending = this.#pending.filter(change => !touches(change))
  }

  /** One of the disks that may be found after the power is back. */
  afterCut(random: () => number): DiskTree {
    const names = new Map([...this.#names].map(([id, entries]) => [id, new Map(entries)]))
    const keepNames = chance(random)
    for (const change of this.#pending) if (random() < keepNames) applyNames(names, change)
    const keepPages = chance(random)
    const pageBytes = random() < 0.5 ? 512 : 4096
    const torn = (id: number) => {
      const file = this.#bytes.get(id)
      return file === undefined ? Buffer.alloc(0) : tear(file, pageBytes, keepPages, random)
    }
    const build = (node: DiskNode): DiskNode => {
      if (node.kind === 'file') return { kind: 'file', id: node.id, bytes: torn(node.id) }
      const entries = [...(names.get(node.id) ?? [])].map(([name, child]) => [name, build(child)] as const)
      return { kind: 'folder', id: node.id, names: new Map(entries) }
    }
    const root = build(this.#live.root)
    return new DiskTree(root as DiskFolder)
  }
}

/** How likely something is kept; all and nothing are as interesting as what lies between. */
function chance(random: () => number): number {
  const kind = random()
  return kind < 0.2 ? 0 : kind < 0.4 ? 1 : random()
}

function applyNames(names: Map<number, Map<string, DiskNode>>, { remove, add }: NameChange): void {
  // A move whose beginning was lost has nothing to move.
  const isMove = remove !== undefined && add !== undefined
  if (isMove && names.get(remove.folder)?.get(remove.name) !== add.node) return
  if (remove !== undefined) names.get(remove.folder)?.delete(remove.name)
  if (add !== undefined) names.get(add.folder)?.set(add.name, add.node)
}

/** Unsynced bytes page by page: kept or zero; the file ends anywhere behind what is synced. */
function tear({ synced, written }: FileBytes, pageBytes: number, keep: number, random: () => number): Buffer {
  const isCut = random() >= keep
  const unsynced = written.length - synced.length
  const length = isCut ? synced.length + Math.floor(random() * (unsynced + 1)) : written.length
  const bytes = Buffer.from(written.subarray(0, length))
  for (let page = Math.floor(synced.length / pageBytes) * pageBytes; page < length; page += pageBytes) {
    if (random() < keep) continue
    bytes.fill(0, Math.max(page, synced.length), Math.min(page + pageBytes, length))
  }
  return bytes
}
