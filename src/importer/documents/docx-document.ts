import { stemOf } from '../../core/formats/file-name'
import type { SourceFile } from '../../core/formats/format'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { fail, type Result } from '../../core/result'
import { htmlBlocks, isTooDeep, tooDeep } from '../html/html-blocks'
import { parseHtml } from '../html/parse-html'
import { hasParts, openArchive, textPart, type DocumentParts } from '../office/document-archive'
import { titledContents } from '../office/office-title'
import { scanXml } from '../office/scan-xml'
import { oneArticle, type DocumentReader } from './document-reader'

/** Styles that the library does not know by itself, by the names Word keeps in every language. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  "p[style-name='Quotations'] => blockquote:fresh"
]

/** Word documents (Office Open XML). Insertions that are tracked are read, deletions and comments are not. */
export const docxDocument: DocumentReader = {
  id: 'docx',
  name: 'Word document',
  extensions: ['.docx', '.docm'],
  isSure: bytes => hasParts(bytes, '[Content_Types].xml', 'word/document.xml'),
  read: async file => oneArticle(await readDocx(file))
}

async function readDocx(file: SourceFile): Promise<Result<ParsedArticle>> {
  const { name } = file
  // All of it, pictures too: the library would unpack any of them without a cap.
  const parts = openArchive(file)
  if (!parts.ok) return parts
  const checked = checkParts(parts.value, name)
  if (!checked.ok) return checked
  const html = await toHtml(file.bytes)
  if (html === null) {
    return fail(
      'damaged-document',
      `${name} is damaged: it refers to parts that are missing or broken.`,
      name
    )
  }
  const document = await parseHtml(html)
  if (isTooDeep(document.documentElement)) return tooDeep(name)
  const blocks = htmlBlocks(document.body, name)
  if (!blocks.ok) return blocks
  const { contents, title } = titledContents(blocks.value, propertiesTitle(parts.value))
  return parsedArticle(contents, { title }, { place: name, fallbackTitle: stemOf(name) })
}

/** Null when the document contradicts itself. */
async function toHtml(bytes: Uint8Array): Promise<string | null> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap,
        externalFileAccess: false,
        // Pictures are not read at all; they have no words in them.
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
      }
    )
    return value
  } catch (error) {
    // A stack that overflowed has a name of its own.
    if (error instanceof RangeError) throw error
    return null
  }
}

/** Everything the library will parse, looked through before it does. */
function checkParts(parts: DocumentParts, place: string): Result<null> {
  const main = textPart(parts, 'word/document.xml', place)
  if (!main.ok) return main
  for (const name of parts.keys()) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const xml = textPart(parts, name, place)
    const checked = xml.ok ? scanXml(xml.value, `${place}/${name}`) : xml
    if (!checked.ok) return checked
  }
  return { ok: true, value: null }
}

function propertiesTitle(parts: DocumentParts): string {
  const xml = textPart(parts, 'docProps/core.xml', '')
  let title = ''
  let isTitle = false
  if (xml.ok)
    scanXml(xml.value, '', {
      open: name => {
        isTitle = name === 'dc:title'
      },
      close: () => {
        isTitle = false
      },
      text: text => {
        if (isTitle) title += text
      }
    })
  return title
}
