import { z } from 'zod'
import { codebookContentSchema, type CodebookContent } from '../../project/codebook'
import { instantSchema } from '../../project/entities'
import { decodeUtf8 } from '../../project/utf8'
import { fail, ok, type Result } from '../../result'
import { addShapeProblems } from '../dataset/explain-shape'
import { fileNameFor } from '../file-name'
import type { OutgoingText, SourceFile, WriteContext } from '../format'
import { parseJson } from '../parse-json'
import { Problems, showText } from '../problems'
import { checkCodebook } from './check-codebook'

export const codebookFormatName = 'counterpoint-codebook'
export const codebookFileVersion = 1
export const codebookExtension = '.counterpoint-codebook.json'

/** Far above any codebook, far below what would hold up the window. */
export const maximumCodebookBytes = 8 * 1024 * 1024
const mostLayers = 200
const mostInLayer = 500
const mostOptions = 2000

/** A codebook in a file of its own, version 1, in the key order that is written. */
export const codebookFileSchema = z
  .strictObject({
    format: z.literal(codebookFormatName),
    version: z.literal(codebookFileVersion),
    generator: z.strictObject({ name: z.string(), version: z.string() }).optional(),
    exportedAt: instantSchema.optional(),
    codebook: codebookContentSchema
  })
  .meta({ title: 'Counterpoint codebook, version 1', description: 'Layers, their attributes and options' })

/** The codebook as a file to share. */
export function writeCodebookFile(codebook: CodebookContent, context: WriteContext): OutgoingText {
  const { id, title, version, layers } = codebook
  const file = codebookFileSchema.parse({
    format: codebookFormatName,
    version: codebookFileVersion,
    generator: context.generator,
    exportedAt: context.exportedAt,
    // Parsing puts the keys into the schema's order, whoever made the codebook.
    codebook: { id, title, version, layers }
  })
  return {
    name: `${fileNameFor(title, 'codebook')}${codebookExtension}`,
    chunks: [`${JSON.stringify(file, null, 2)}\n`]
  }
}

/**
 * The codebook in a file of ours. Anything wrong answers a named error with
 * its place: `too-large`, `not-utf8`, `empty-file`, `not-json`, `not-a-codebook`, `newer-version`,
 * `wrong-shape`, `duplicate-id`.
 */
export function readCodebookFile({ name, bytes }: SourceFile): Result<CodebookContent> {
  if (bytes.length > maximumCodebookBytes)
    return fail('too-large', `${name} is larger than ${maximumCodebookBytes / (1024 * 1024)} MB.`, name)
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) return fail('not-utf8', `${name} is not UTF-8 at byte ${decoded.invalidAt}.`, name)
  if (decoded.text.trim() === '') return fail('empty-file', `${name} is empty.`, name)
  const json = parseJson(decoded.text)
  if (!json.ok) return json
  const header = checkHeader(json.value, name)
  if (!header.ok) return header
  const parsed = codebookFileSchema.safeParse(json.value, { reportInput: true })
  const problems = new Problems()
  if (!parsed.success) addShapeProblems(problems, parsed.error.issues)
  else {
    checkSize(parsed.data.codebook, problems)
    checkCodebook(parsed.data.codebook, problems)
    const failure = problems.toFailure()
    if (failure === null) return ok(parsed.data.codebook)
  }
  return {
    ok: false,
    error: problems.toFailure() ?? { code: 'wrong-shape', message: 'This is no codebook.' }
  }
}

/** Says what the file is before its shape is looked at: a newer version's shape is not ours to judge. */
function checkHeader(value: unknown, fileName: string): Result<null> {
  const { format, version } =
    typeof value === 'object' && value !== null
      ? (value as { format?: unknown; version?: unknown })
      : { format: undefined, version: undefined }
  if (format !== codebookFormatName) {
    const found = typeof format === 'string' ? `its format is ${showText(format)}` : 'it does not say so'
    return fail('not-a-codebook', `${fileName} is not a Counterpoint codebook: ${found}.`, 'format')
  }
  if (typeof version === 'number' && version > codebookFileVersion) {
    const message = `This codebook file has version ${version}, which needs a newer Counterpoint; this one reads version ${codebookFileVersion}.`
    return fail('newer-version', message, 'version')
  }
  return ok(null)
}

function checkSize(codebook: CodebookContent, problems: Problems): void {
  const tooMany = (count: number, most: number, what: string, place: string) => {
    if (count > most) problems.add('too-large', `More than ${most} ${what} cannot be worked with`, place)
  }
  tooMany(codebook.layers.length, mostLayers, 'layers', 'codebook.layers')
  codebook.layers.forEach((layer, at) => {
    const place = `codebook.layers[${at}].attributes`
    tooMany(layer.attributes.length, mostInLayer, 'attributes', place)
    layer.attributes.forEach(({ options = [] }, i) =>
      tooMany(options.length, mostOptions, 'options', `${place}[${i}].options`)
    )
  })
}
