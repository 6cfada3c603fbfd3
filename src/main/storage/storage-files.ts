/**
 * What storage asks of a file system, and nothing else does: narrow enough that tests can record every write
 * and sync and replay a power cut between any two of them, or let any of them fail.
 */
export interface StorageFiles {
  /** `r` reads; `r+` is for syncing what is there; `wx` makes a file and throws when there is one. */
  open(path: string, flags: 'r' | 'r+' | 'wx'): Promise<StorageFile>
  readFile(path: string): Promise<Buffer>
  /** Names in a folder, in no order; empty when there is no such folder. */
  readFolder(path: string): Promise<string[]>
  /** With its parents. Ok when it is there already. */
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Removes a file; ok when there is none. */
  removeFile(path: string): Promise<void>
  /** Removes a folder with all it holds; ok when there is none. */
  removeFolder(path: string): Promise<void>
  /** In bytes; undefined when there is no such file. */
  size(path: string): Promise<number | undefined>
  /** Makes files that were made, renamed or removed in a folder survive a power cut. */
  syncFolder(path: string): Promise<void>
}

export interface StorageFile {
  /** Appends all of the bytes. */
  write(bytes: Buffer): Promise<void>
  /** The file from its start, in pieces of at most 1 MiB. */
  pieces(): AsyncIterable<Buffer>
  /** `fdatasync`: the content and its length are on the disk when it answers. */
  sync(): Promise<void>
  close(): Promise<void>
}
