import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { safeFileName } from './dialogs'
import type { ExportWriter } from './export-writer'
import { ok, type Result } from '../core/result'

/**
 * A ticket for each of these files in a folder, under its name or, where that is taken, the next free one:
 * nothing that is there is replaced. When one cannot be begun, none is.
 */
export async function beginInFolder(
  writer: ExportWriter,
  folder: string,
  names: readonly string[]
): Promise<Result<{ ticket: string; path: string }[]>> {
  // Case does not tell files apart everywhere.
  const taken = new Set((await readdir(folder).catch(() => [])).map(name => name.toLowerCase()))
  const begun: { ticket: string; path: string }[] = []
  for (const name of names) {
    const free = freeName(safeFileName(name), taken)
    taken.add(free.toLowerCase())
    const one = await writer.begin(join(folder, free))
    if (!one.ok) {
      for (const { ticket } of begun) await writer.abort(ticket)
      return one
    }
    begun.push(one.value)
  }
  return ok(begun)
}

/** "shares.svg", "shares 2.svg", … */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const { name: stem, ext } = parse(name)
  let free = name
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${stem} ${count}${ext}`
  return free
}
