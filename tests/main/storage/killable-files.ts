import type { StorageFile, StorageFiles } from '../../../src/main/storage/storage-files'

/**
 * The files as one process sees them until it is killed: from then on nothing it asks for is done or answered.
 * What another process asks for goes to `files` itself.
 */
export function killableFiles(files: StorageFiles): { files: StorageFiles; kill(): void } {
  let isAlive = true
  const ask = <T>(work: () => Promise<T>): Promise<T> =>
    isAlive ? work().then(answer => (isAlive ? answer : silence())) : silence()
  const wrap = (file: StorageFile): StorageFile => ({
    write: bytes => ask(() => file.write(bytes)),
    pieces: () => file.pieces(),
    sync: () => ask(() => file.sync()),
    close: () => ask(() => file.close())
  })
  return {
    kill: () => {
      isAlive = false
    },
    files: {
      open: (path, flags) => ask(async () => wrap(await files.open(path, flags))),
      readFile: path => ask(() => files.readFile(path)),
      readFolder: path => ask(() => files.readFolder(path)),
      makeFolder: path => ask(() => files.makeFolder(path)),
      rename: (from, to) => ask(() => files.rename(from, to)),
      removeFile: path => ask(() => files.removeFile(path)),
      removeFolder: path => ask(() => files.removeFolder(path)),
      size: path => ask(() => files.size(path)),
      syncFolder: path => ask(() => files.syncFolder(path))
    }
  }
}

function silence(): Promise<never> {
  return new Promise(() => undefined)
}
