import { join } from 'node:path'
import { writeDurably } from './durable-write'
import { hashBytes } from './hash-bytes'
import type { JournalDamage, JournalRepair } from './journal-line'
import type { StorageFiles } from './storage-files'

/** Keeps the bytes of damaged lines as they are, each named by its place. Throws what the disk throws. */
export async function quarantine(
  files: StorageFiles,
  folder: string,
  damage: readonly JournalDamage[]
): Promise<void> {
  await files.makeFolder(folder)
  for (const one of damage) {
    if (one.kind !== 'line') continue
    const sha256 = await hashBytes(one.bytes)
    const name = `${one.file}-line-${one.line}-${sha256.slice(0, 8)}.bin`
    if ((await files.size(join(folder, name))) === undefined) {
      await writeDurably(files, join(folder, name), one.bytes)
    }
  }
}

/** What a journal says of damage from then on. */
export function repairOf(damage: readonly JournalDamage[]): JournalRepair {
  return {
    damage: damage.map(({ file, line }) => ({ file, line })),
    missing: damage.flatMap(one => (one.kind === 'missing' ? [{ from: one.from, to: one.to }] : []))
  }
}

/** What is damaged, for a person. */
export function damageInWords(damage: JournalDamage): string {
  switch (damage.kind) {
    case 'line':
      return `Line ${damage.line} of ${damage.file} cannot be read; what was changed there may be missing.`
    case 'missing': {
      const { from, to } = damage
      const which = from === to ? `Change ${from} is` : `Changes ${from} to ${to} are`
      return `${which} missing before line ${damage.line} of ${damage.file}.`
    }
    case 'chain':
      return `Line ${damage.line} of ${damage.file} does not follow the line before it.`
    case 'misplaced':
      return `Line ${damage.line} of ${damage.file} stands at a wrong place; it was read where it belongs.`
  }
}
