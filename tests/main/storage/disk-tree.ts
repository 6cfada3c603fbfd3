/** What happens to a disk. Paths are split at slashes of either kind; ids name files and folders for good. */
export type DiskOperation =
  | { kind: 'create'; path: string; id: number }
  | { kind: 'make-folder'; path: string; id: number }
  | { kind: 'write'; id: number; bytes: Buffer }
  | { kind: 'sync'; id: number }
  | { kind: 'sync-failed'; id: number }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; path: string }
  | { kind: 'sync-folder'; path: string }

export interface DiskFile {
  kind: 'file'
  id: number
  bytes: Buffer
}

export interface DiskFolder {
  kind: 'folder'
  id: number
  names: Map<string, DiskNode>
}

export type DiskNode = DiskFile | DiskFolder

/** Files and folders as programs see them: everything that was done shows at once. */
export class DiskTree {
  readonly root: DiskFolder
  readonly #files = new Map<number, DiskFile>()
  #lastId: number

  constructor(root: DiskFolder = { kind: 'folder', id: 0, names: new Map() }) {
    this.root = root
    this.#lastId = root.id
    this.#take(root)
  }

  #take(node: DiskNode): void {
    this.#lastId = Math.max(this.#lastId, node.id)
    if (node.kind === 'file') this.#files.set(node.id, node)
    else for (const child of node.names.values()) this.#take(child)
  }

  nextId(): number {
    return this.#lastId + 1
  }

  copy(): DiskTree {
    return new DiskTree(copyFolder(this.root))
  }

  has(path: string): boolean {
    return this.find(path) !== undefined
  }

  find(path: string): DiskNode | undefined {
    let node: DiskNode | undefined = this.root
    for (const name of partsOf(path)) node = node?.kind === 'folder' ? node.names.get(name) : undefined
    return node
  }

  file(path: string): DiskFile {
    const node = this.find(path)
    if (node === undefined) throw diskError('ENOENT', path)
    if (node.kind === 'folder') throw diskError('EISDIR', path)
    return node
  }

  folder(path: string): DiskFolder {
    const node = this.find(path)
    if (node === undefined) throw diskError('ENOENT', path)
    if (node.kind === 'file') throw diskError('ENOTDIR', path)
    return node
  }

  names(path: string): string[] {
    return this.has(path) ? [...this.folder(path).names.keys()] : []
  }

  /** Paths of the folders that are not there yet, outermost first. */
  missingFolders(path: string): string[] {
    const parts = partsOf(path)
    return parts.map((_, end) => `/${parts.slice(0, end + 1).join('/')}`).filter(folder => !this.has(folder))
  }

  /** The folder that a path stands in, and its name there. */
  place(path: string): { folder: DiskFolder; name: string } {
    const parts = partsOf(path)
    return { folder: this.folder(parts.slice(0, -1).join('/')), name: parts.at(-1) ?? '' }
  }

  apply(operation: DiskOperation): void {
    switch (operation.kind) {
      case 'create':
        return this.#add(operation.path, { kind: 'file', id: operation.id, bytes: Buffer.alloc(0) })
      case 'make-folder':
        return this.#add(operation.path, { kind: 'folder', id: operation.id, names: new Map() })
      case 'write': {
        const file = this.#files.get(operation.id)
        if (file !== undefined) file.bytes = Buffer.concat([file.bytes, operation.bytes])
        return
      }
      case 'rename': {
        const from = this.place(operation.from)
        const node = from.folder.names.get(from.name)
        if (node === undefined) throw diskError('ENOENT', operation.from)
        const to = this.place(operation.to)
        const target = to.folder.names.get(to.name)
        if (target?.kind === 'folder' && target.names.size > 0) throw diskError('ENOTEMPTY', operation.to)
        from.folder.names.delete(from.name)
        to.folder.names.set(to.name, node)
        return
      }
      case 'remove': {
        const { folder, name } = this.place(operation.path)
        folder.names.delete(name)
        return
      }
      case 'sync-folder':
        this.folder(operation.path)
        return
      case 'sync':
      case 'sync-failed':
        return
    }
  }

  #add(path: string, node: DiskNode): void {
    const { folder, name } = this.place(path)
    folder.names.set(name, node)
    this.#take(node)
  }
}

function copyFolder(folder: DiskFolder): DiskFolder {
  const names = [...folder.names].map(([name, node]): [string, DiskNode] => [
    name,
    node.kind === 'file' ? { ...node } : copyFolder(node)
  ])
  return { ...folder, names: new Map(names) }
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/).filter(part => part !== '')
}

function diskError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
