import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { BundleManifest } from '../../../src/main/storage/bundle-manifest'
import { readArchive } from '../../../src/main/storage/read-archive'

/** A bundle in memory, to be altered and packed again. */
export interface Unpacked {
  manifest: BundleManifest
  entries: Map<string, Buffer>
}

export async function unpackBundle(path: string): Promise<Unpacked> {
  const entries = new Map<string, Buffer>()
  const begin = () =>
    Promise.resolve(async ({ name }: { name: string }, pieces: AsyncIterable<Buffer>) => {
      const all: Buffer[] = []
      for await (const piece of pieces) all.push(piece)
      entries.set(name, Buffer.concat(all))
    })
  return { manifest: await readArchive(path, begin, () => undefined), entries }
}

/** A zip of these entries under any names at all. */
export async function packBundle({ manifest, entries }: Partial<Unpacked>, compress = true): Promise<Buffer> {
  const zip = new ZipFile()
  const disguised: [string, string][] = []
  if (manifest !== undefined)
    zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'bundle.json', { compress })
  for (const [name, bytes] of entries ?? []) {
    // The packer refuses names that lead out: they are put in afterwards, where they are as long.
    const isHostile = /^\/|\\|\.\./.test(name)
    const packed = isHostile ? '~'.repeat(name.length) : name
    if (isHostile) disguised.push([packed, name])
    zip.addBuffer(bytes, packed, { compress })
  }
  zip.end()
  const bytes = await buffer(zip.outputStream as Readable)
  for (const [packed, name] of disguised) {
    for (let at = bytes.indexOf(packed); at !== -1; at = bytes.indexOf(packed, at))
      bytes.write(name, at, 'latin1')
  }
  return bytes
}
