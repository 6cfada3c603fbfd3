import { stemOf } from '../../core/formats/file-name'
import type { SourceFile } from '../../core/formats/format'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { fail, ok, type Result } from '../../core/result'
import { loadPdf } from '../pdf/load-pdf'
import { inReadingOrder, linesOf, type PdfRun } from '../pdf/page-lines'
import { paragraphsOf, withoutRunningHeads, type PdfPage, type PdfParagraph } from '../pdf/pdf-paragraphs'
import { oneArticle, type DocumentReader } from './document-reader'

const mostPages = 5000

/** PDF files with a text layer: columns in reading order, hyphens undone, running heads dropped, pages numbered. */
export const pdfDocument: DocumentReader = {
  id: 'pdf',
  name: 'PDF document',
  extensions: ['.pdf'],
  // The mark may stand behind a few bytes of something else (ISO 32000-1, implementation notes).
  isSure: bytes =>
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-'),
  read: async file => oneArticle(await readPdf(file))
}

async function readPdf(file: SourceFile): Promise<Result<ParsedArticle>> {
  const { name } = file
  const document = await loadPdf(file.bytes)
  if (document === 'encrypted')
    return fail(
      'encrypted-document',
      `${name} is protected by a password. Save it without one and try again.`,
      name
    )
  if (document === 'damaged') return fail('damaged-document', `${name} is damaged, or no PDF.`, name)
  try {
    if (document.numPages > mostPages)
      return fail('too-large', `${name} has ${document.numPages} pages; at most ${mostPages} are read.`, name)
    const labels = await document.getPageLabels().catch(() => null)
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const runs = items.flatMap((item): PdfRun[] => ('str' in item ? [runOf(item)] : []))
      pages.push({
        label: labels?.[number - 1] ?? String(number),
        height,
        lines: inReadingOrder(linesOf(runs), width)
      })
      page.cleanup()
    }
    const { info } = await document.getMetadata().catch(() => ({ info: {} }))
    return toArticle(
      paragraphsOf(withoutRunningHeads(pages)),
      info as Readonly<Record<string, unknown>>,
      name
    )
  } catch (error) {
    if (error instanceof RangeError) throw error
    return fail('damaged-document', `${name} is damaged: a page of it cannot be read.`, name)
  } finally {
    await document.destroy()
  }
}

function runOf(item: { str: string; transform: unknown[]; width: number; height: number }): PdfRun {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number)
  return { text: item.str, x, y, width: item.width, size: item.height || Math.hypot(a, b) || 10 }
}

function toArticle(
  paragraphs: readonly PdfParagraph[],
  info: Readonly<Record<string, unknown>>,
  name: string
): Result<ParsedArticle> {
  if (paragraphs.every(({ text }) => text.trim() === ''))
    return fail(
      'no-text',
      `${name} has no text layer: its pages are pictures. Run a text recognition over it first.`,
      name
    )
  const said = (key: string) => (typeof info[key] === 'string' ? info[key] : '')
  const heading = paragraphs.find(paragraph => paragraph.isHeading)?.text
  const kept = paragraphs.filter(({ text }) => /[^\s\p{Cc}\p{Cf}]/u.test(text))
  const article = parsedArticle(
    kept.map(({ text, isHeading }) =>
      isHeading ? { type: 'heading', level: 2, text } : { type: 'paragraph', text }
    ),
    { title: isTitle(said('Title')) ? said('Title') : (heading ?? ''), byline: said('Author') },
    { place: name, fallbackTitle: stemOf(name) }
  )
  if (!article.ok) return article
  const pages = kept.flatMap((paragraph, at) => {
    const start = article.value.blocks[at]?.startUtf16
    return start === undefined
      ? []
      : paragraph.pages.map(page => ({ label: page.label.slice(0, 50) || '–', startUtf16: start + page.at }))
  })
  return ok({ ...article.value, pages })
}

/** Programs that print leave the name of a file behind. */
function isTitle(title: string): boolean {
  return (
    title.trim() !== '' &&
    !/\.(?:docx?|pdf|indd|qxd|html?)$/i.test(title) &&
    !/^(?:untitled|microsoft word)/i.test(title)
  )
}
