import type { z } from 'zod'
import { decodeUtf8 } from '../../project/utf8'
import { fail, ok, type Result } from '../../result'
import type { SourceFile } from '../format'
import { parseJson } from '../parse-json'
import { Problems, showText } from '../problems'
import { addShapeProblems } from './explain-shape'
import { restoreTexts, textsByHash } from './restore-texts'
import { datasetFormatName, datasetSchema, datasetVersion, type Dataset } from './schema'
import { withheldDatasetSchema } from './without-texts'

/** Larger files do not fit into one text of every engine we run on. */
export const maximumDatasetBytes = 256 * 1024 * 1024

/**
 * The dataset in these files, checked for its shape but not yet for what it says. One file is expected, or one
 * without texts and the texts beside it.
 */
export function parseDatasetFile(files: readonly SourceFile[]): Result<Dataset> {
  const texts = files.filter(({ name }) => /\.txt$/i.test(name))
  const [file, second] = texts.length === files.length ? files : files.filter(other => !texts.includes(other))
  if (file === undefined) return fail('empty-file', 'No file was given.')
  if (second !== undefined)
    return fail('not-a-dataset', 'A dataset is one file; choose them one at a time.', second.name)
  const text = decodeFile(file)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  const header = checkHeader(json.value, file.name)
  if (!header.ok) return header
  return header.value.areTextsWithheld
    ? withTexts(json.value, file.name, texts)
    : ofShape(datasetSchema, json.value)
}

function withTexts(value: unknown, name: string, files: readonly SourceFile[]): Result<Dataset> {
  if (files.length === 0) {
    const message = `${name} was written without the texts. Choose the articles’ files together with it.`
    return fail('text-withheld', message, 'textsWithheld')
  }
  const withheld = ofShape(withheldDatasetSchema, value)
  if (!withheld.ok) return withheld
  const texts = textsByHash(files)
  if (!texts.ok) return texts
  const problems = new Problems()
  const dataset = restoreTexts(withheld.value, texts.value, problems)
  const failure = problems.toFailure()
  return failure === null ? ok(dataset) : { ok: false, error: failure }
}

function ofShape<Shape>(schema: z.ZodType<Shape>, value: unknown): Result<Shape> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return ok(parsed.data)
  const problems = new Problems()
  addShapeProblems(problems, parsed.error.issues)
  return { ok: false, error: problems.toFailure() ?? { code: 'wrong-shape', message: parsed.error.message } }
}

function decodeFile({ name, bytes }: SourceFile): Result<string> {
  if (bytes.length > maximumDatasetBytes) {
    const limit = maximumDatasetBytes / (1024 * 1024)
    return fail('too-large', `${name} is larger than ${limit} MB. Split it into several datasets.`, name)
  }
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) {
    const advice = 'Datasets are saved as UTF-8.'
    return fail('not-utf8', `${name} is not UTF-8 at byte ${decoded.invalidAt}. ${advice}`, name)
  }
  if (decoded.text.trim() === '') return fail('empty-file', `${name} is empty.`, name)
  return ok(decoded.text)
}

/** Says what the file is before its shape is looked at: a newer version's shape is not ours to judge. */
function checkHeader(value: unknown, fileName: string): Result<{ areTextsWithheld: boolean }> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('not-a-dataset', `${fileName} is JSON, but not a Counterpoint dataset.`, fileName)
  }
  const { format, version, textsWithheld } = value as Readonly<Record<string, unknown>>
  if (format !== datasetFormatName) {
    const found =
      typeof format === 'string' ? `its format is ${showText(format)}` : 'it does not name its format'
    return fail('not-a-dataset', `${fileName} is not a Counterpoint dataset: ${found}.`, 'format')
  }
  if (typeof version === 'number' && version > datasetVersion) {
    const message = `This dataset has version ${version}, which needs a newer Counterpoint; this one reads version ${datasetVersion}.`
    return fail('newer-version', message, 'version')
  }
  return ok({ areTextsWithheld: textsWithheld === true })
}
