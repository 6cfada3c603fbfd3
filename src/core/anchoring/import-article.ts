import type { Block } from '../project/entities'
import { fail, ok, type Result } from '../result'
import { endsLikeSentence, plainTextBlocks, type BlockedText } from './blocks'
import { canonicalizeText, decodeText } from './canonical-text'
import { snapToGraphemes } from './graphemes'
import { markdownBlocks } from './markdown-blocks'

/** What importing an article's text gives: canonical text, its blocks, and a title that is never empty. */
export interface ImportedArticle {
  text: string
  blocks: Block[]
  title: string
}

/** File name extensions of articles, with the dot, in lower case. */
export const articleExtensions = ['.txt', '.md', '.markdown'] as const

/**
 * Reads a text or Markdown file as an article. A text file keeps its headline in the text, so that the file's
 * own offsets hold, and types it as a heading of level 1; Markdown gives its first heading up to the title.
 * Without either the file's name is the title. Fails with `unsupported-file`, `too-deep` or a code of
 * `decodeText`, placed at the file name.
 */
export function importArticle(file: { fileName: string; bytes: Uint8Array }): Result<ImportedArticle> {
  const { stem, extension } = splitName(file.fileName)
  if (!articleExtensions.some(known => known === extension)) return unsupported(file.fileName, extension)
  const decoded = decodeText(file.bytes, file.fileName)
  if (!decoded.ok) return decoded
  if (extension === '.txt') return ok(titled(plainTextBlocks(decoded.value), stem))

  const parsed = markdownBlocks(decoded.value)
  if (!parsed.ok) return fail(parsed.error.code, parsed.error.message, file.fileName)
  const { text, blocks, title } = parsed.value
  if (blocks.length === 0) {
    return fail('no-text', `There is no text in ${file.fileName}, only marks.`, file.fileName)
  }
  return ok({ text, blocks, title: title ?? stem })
}

/**
 * Takes pasted text as an article, plain text as in `importArticle`. Without a headline its first words are
 * the title. Fails as `canonicalizeText` does.
 */
export function importPastedText(pasted: string): Result<ImportedArticle> {
  const canonical = canonicalizeText(pasted.replace(/^\uFEFF/, ''), 'the pasted text')
  if (!canonical.ok) return canonical
  const blocked = plainTextBlocks(canonical.value)
  return ok(titled(blocked, firstWords(blocked.text)))
}

function titled({ text, blocks }: BlockedText, fallback: string): ImportedArticle {
  const [first, ...rest] = blocks
  if (first === undefined || rest.length === 0) return { text, blocks, title: fallback }
  const headline = text.slice(first.startUtf16, first.endUtf16)
  if (!isHeadline(headline)) return { text, blocks, title: fallback }
  return { text, blocks: [{ ...first, type: 'heading', level: 1 }, ...rest], title: headline.trim() }
}

/** One line with words in it. Headlines of two sentences exist, so a full stop only lowers the length. */
export function isHeadline(piece: string): boolean {
  const isOneLine = !piece.includes('\n') && /\p{L}/u.test(piece)
  return isOneLine && piece.length <= (endsLikeSentence(piece) ? 120 : 200)
}

function firstWords(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? ''
  if (line.length <= 80) return line.trim()
  const cut = line.slice(0, snapToGraphemes(line, 0, 80).endUtf16)
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut}…`
}

/** A file out of a folder is titled by its own name. */
function splitName(path: string): { stem: string; extension: string } {
  const fileName = path.slice(path.lastIndexOf('/') + 1)
  const dot = fileName.lastIndexOf('.')
  if (dot <= 0) return { stem: fileName, extension: '' }
  return { stem: fileName.slice(0, dot), extension: fileName.slice(dot).toLowerCase() }
}

function unsupported(fileName: string, extension: string): Result<never> {
  const what = extension === '' ? 'files without an extension' : `${extension} files`
  return fail(
    'unsupported-file',
    `Counterpoint cannot read ${what} as articles. It reads ${articleExtensions.join(', ')}.`,
    fileName
  )
}
