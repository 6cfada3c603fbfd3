import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forkImporter } from '../../src/importer/host/fork-importer'
import { importFiles } from '../../src/importer/host/import-files'
import { ImporterHost } from '../../src/importer/host/importer-host'
import { importerCaps } from '../../src/importer/protocol'
import { buildImporter, type BuiltImporter } from './built-importer'
import type { Bait } from './hostile/hostile-file'
import { hostileFiles } from './hostile-files'

const secret = 'the words of a file that nobody gave us'
const folder = mkdtempSync(join(tmpdir(), 'counterpoint-hostile-'))
let built: BuiltImporter
let host: ImporterHost
let listener: Server
let bait: Bait
let visitors = 0

beforeAll(async () => {
  built = await buildImporter()
  host = new ImporterHost(() => forkImporter(built.entry))
  listener = createServer(() => (visitors += 1))
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const secretPath = join(folder, 'secret.txt')
  writeFileSync(secretPath, secret)
  bait = { url: `http://127.0.0.1:${port}/`, secretPath }
}, 60_000)

afterAll(() => {
  host.end()
  listener.close()
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Starting the process anew and handing large files over takes its time beside the cap. */
const graceMs = 10_000

describe.each(hostileFiles)('hostile %s', (_, cases) => {
  test.each(cases)('$what', { timeout: importerCaps.timeMs * 2 }, async ({ make, comes, without }) => {
    const files = make(bait)
    const began = Date.now()
    const { pieces, failures } = await importFiles(host, files, { now: '2026-01-01T00:00:00.000Z' })
    expect(Date.now() - began).toBeLessThan(importerCaps.timeMs + graceMs)
    const kinds = [
      ...new Set(pieces.map(({ piece }) => (piece.kind === 'article' ? 'articles' : piece.kind)))
    ]
    const came =
      failures.length > 0 ? failures.map(({ code }) => code) : kinds.filter(kind => kind !== 'rows')
    // One file, one answer: an import or one named error.
    expect(came).toHaveLength(1)
    expect(typeof comes === 'string' ? [comes] : comes, failures[0]?.message).toContain(came[0])
    const said = JSON.stringify([pieces, failures])
    expect(said).not.toContain(secret)
    if (without !== undefined) expect(said).not.toMatch(without)
    for (const { message, place } of failures) {
      expect(message).toMatch(/^[^\n]{10,400}\.$/)
      expect(place).not.toBe('')
    }
    expect(visitors, 'connections to the bait').toBe(0)
  })
})
