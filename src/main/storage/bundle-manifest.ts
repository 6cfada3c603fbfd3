import { z } from 'zod'
import { journalHeadSchema } from '../../contract/storage'
import { instantSchema, sha256Schema } from '../../core/project/entities'
import { projectIdSchema } from '../../core/project/ids'
import { fail, type Failure } from '../../core/result'

/** A whole project in one zip file, and the first entry in it, which names all others. */
export const bundleFormat = 'counterpoint-bundle'
export const bundleVersion = 1
export const manifestName = 'bundle.json'

/** What a bundle may be, at most: it may come from anybody. */
export interface BundleLimits {
  entries: number
  /** Inflated, of all entries. */
  bytes: number
  /** Inflated, of one entry: entries are read whole after they were unpacked. */
  entryBytes: number
  manifestBytes: number
  /** Bytes out per byte in, asked of entries of more than `ratioFrom` bytes. */
  ratio: number
  ratioFrom: number
}

const mebibyte = 1024 * 1024

export const bundleLimits: BundleLimits = {
  entries: 100_000,
  bytes: 4096 * mebibyte,
  entryBytes: 512 * mebibyte,
  manifestBytes: 32 * mebibyte,
  ratio: 200,
  ratioFrom: mebibyte
}

/** The names of a project folder's own files. Nothing else is unpacked, so no name leads anywhere else. */
const contentNames = {
  journal: /^journal-(\d{4}|[1-9]\d{4,8})\.jsonl$/,
  snapshot: /^snapshots\/snapshot-\d{12}-\d{8}T\d{6}Z\.jsonl\.gz$/,
  blob: /^blobs\/[0-9a-f]{64}$/
}

export type ContentKind = keyof typeof contentNames

/** What an entry is by its name; undefined when a bundle has no such entry. */
export function contentKind(name: string): ContentKind | undefined {
  const kinds = Object.keys(contentNames) as ContentKind[]
  return kinds.find(kind => contentNames[kind].test(name))
}

const entrySchema = z.strictObject({
  name: z.string().refine(name => contentKind(name) !== undefined, 'not a name that a bundle has'),
  /** In bytes, inflated. */
  size: z.number().int().nonnegative(),
  sha256: sha256Schema
})

export const manifestSchema = z.strictObject({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  projectId: projectIdSchema,
  title: z.string().max(500),
  createdAt: instantSchema,
  generator: z.string().max(200),
  /** Of the journal: its last line. */
  head: journalHeadSchema,
  entries: z.array(entrySchema)
})

const anyVersionSchema = z.object({ format: z.literal(bundleFormat), version: z.number() })

export type BundleEntry = z.infer<typeof entrySchema>
export type BundleManifest = z.infer<typeof manifestSchema>

/** Throws `BundleProblem`: `not-a-bundle`, `newer-version`, `bundle-damaged`. */
export function parseManifest(text: string): BundleManifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BundleProblem(bundleDamaged(manifestName, 'it cannot be read'))
  }
  const any = anyVersionSchema.safeParse(json)
  if (!any.success) throw new BundleProblem(notABundle())
  if (any.data.version > bundleVersion) throw new BundleProblem(newerVersion())
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const what = `${issue?.path.join('/')} is not valid (${issue?.message})`
    throw new BundleProblem(bundleDamaged(manifestName, what))
  }
  return parsed.data
}

/** Why a bundle is refused. */
export class BundleProblem extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

export function notABundle(): Failure {
  return fail('not-a-bundle', 'This is not a Counterpoint project file.', manifestName).error
}

/** `name`: of the entry; `what` goes on "…: ". */
export function bundleDamaged(name: string, what: string): Failure {
  const shown = shownName(name)
  return fail('bundle-damaged', `“${shown}” in this project file is damaged: ${what}.`, shown).error
}

export function bundleTooLarge(name: string, what: string): Failure {
  const shown = shownName(name)
  return fail('bundle-too-large', `This project file is larger than any should be: ${what}.`, shown).error
}

function newerVersion(): Failure {
  return fail(
    'newer-version',
    'This project file was written by a newer version of Counterpoint. Update the app to open it.',
    manifestName
  ).error
}

/** Names come from the file, whoever made it. */
function shownName(name: string): string {
  return name.slice(0, 100).replace(/[^\x20-\x7e]/g, '?')
}
