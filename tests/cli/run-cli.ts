import { pathToFileURL } from 'node:url'
import { run } from '../../src/cli/run'
import { inProject } from '../../scripts/project-folder.mjs'

const project = pathToFileURL(`${inProject('.')}/`)

/**
 * Runs a command in this process: what it wrote, said and answered. `root` is the folder of the application, with
 * the built importers' process in it where articles are read.
 */
export async function runCli(args: readonly string[], stdin: string | Uint8Array = '', root = project) {
  const out: Uint8Array[] = []
  const said: string[] = []
  let minted = 0
  const code = await run(args, {
    stdin: piecesOf(Buffer.from(stdin)),
    out(piece) {
      out.push(Buffer.from(piece))
      return Promise.resolve()
    },
    err: line => said.push(line),
    now: () => '2026-02-03T00:00:00.000Z',
    newId: () => `new-${(minted += 1)}`,
    root
  })
  return { code, out: Buffer.concat(out).toString('utf8'), err: said.join('\n') }
}

/** In small pieces, as a pipe may give them. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000) {
    yield bytes.subarray(at, at + 10_000)
    await Promise.resolve()
  }
}
