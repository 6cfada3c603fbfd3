import type { BlockContent } from '../../core/anchoring/blocks'
import { stemOf } from '../../core/formats/file-name'
import type { SourceFile } from '../../core/formats/format'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { fail, ok, type Result } from '../../core/result'
import { hasMimetype, openArchive, textPart, type DocumentParts } from '../office/document-archive'
import { readPackage, type EpubPackage } from '../office/epub-package'
import { htmlBlocks, isTooDeep, tooDeep } from '../html/html-blocks'
import { dateOf } from '../html/page-date'
import { parseHtml } from '../html/parse-html'
import { takeTitle } from '../html/take-title'
import { oneArticle, type DocumentReader } from './document-reader'

/** Electronic books and magazines (EPUB 2 and 3): all chapters in their order as one article. */
export const epubDocument: DocumentReader = {
  id: 'epub',
  name: 'EPUB book',
  extensions: ['.epub'],
  isSure: bytes => hasMimetype(bytes, 'application/epub+zip'),
  read: async file => oneArticle(await readEpub(file))
}

/** Hides fonts alone (EPUB 3.3, 4.3, and what Adobe did before): the text is not encrypted. */
const fontObfuscation =
  /Algorithm\s*=\s*["'](?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)["']/g

async function readEpub(file: SourceFile): Promise<Result<ParsedArticle>> {
  const { name } = file
  const opened = openArchive(file, part => /\.(?:xml|opf|x?html?)$/i.test(part) || !part.includes('.'))
  if (!opened.ok) return opened
  const parts = opened.value
  if (isEncrypted(parts, name)) {
    const message = `${name} is protected against copying and cannot be read.`
    return fail('encrypted-document', message, name)
  }
  const book = readPackage(parts, name)
  if (!book.ok) return book
  const contents = await readChapters(book.value, parts, name)
  if (!contents.ok) return contents
  const { title, byline, outlet, date, language } = book.value
  const titled = takeTitle(contents.value, title)
  const facts = {
    title: title === '' ? titled.title : title,
    byline,
    outlet,
    publishedAt: dateOf(date),
    language
  }
  return parsedArticle(titled.contents, facts, { place: name, fallbackTitle: stemOf(name) })
}

function isEncrypted(parts: DocumentParts, place: string): boolean {
  if (parts.has('META-INF/rights.xml')) return true
  const xml = textPart(parts, 'META-INF/encryption.xml', place)
  if (!xml.ok) return false
  const methods = xml.value.match(/<(?:\w+:)?EncryptionMethod\s/g) ?? []
  return methods.length > (xml.value.match(fontObfuscation) ?? []).length
}

async function readChapters(
  book: EpubPackage,
  parts: DocumentParts,
  place: string
): Promise<Result<BlockContent[]>> {
  const contents: BlockContent[] = []
  for (const chapter of book.chapters) {
    const markup = textPart(parts, chapter, place)
    if (!markup.ok) return markup
    const document = await parseHtml(withoutEmptyTags(markup.value))
    const at = `${place}/${chapter}`
    if (isTooDeep(document.documentElement)) return tooDeep(at)
    const blocks = htmlBlocks(document.body, at, { leavesOut: isNavigation })
    if (!blocks.ok) return blocks
    for (const block of blocks.value) contents.push(block)
  }
  return ok(contents)
}

function isNavigation(element: Element): boolean {
  return element.localName === 'nav' || /\bpagebreak\b/.test(element.getAttribute('epub:type') ?? '')
}

/** `<a id="x"/>` is whole in XHTML; in HTML it would go on to the end of the chapter. */
function withoutEmptyTags(xhtml: string): string {
  return xhtml.replace(
    /<([a-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gi,
    (whole, name: string, attributes: string) =>
      /^(?:br|hr|img|meta|link|input|col|area|base|wbr|source|track|embed|param)$/i.test(name)
        ? whole
        : `<${name}${attributes}></${name}>`
  )
}
