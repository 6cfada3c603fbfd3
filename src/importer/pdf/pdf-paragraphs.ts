import type { PdfLine } from './page-lines'

export interface PdfPage {
  label: string
  height: number
  /** In reading order. */
  lines: PdfLine[]
}

export interface PdfParagraph {
  text: string
  isHeading: boolean
  /** Pages that begin in this paragraph, by where in its text. */
  pages: { label: string; at: number }[]
}

/** Lines that stand on most pages at the upper or lower edge, whatever number is in them, and bare page numbers. */
export function withoutRunningHeads(pages: readonly PdfPage[]): PdfPage[] {
  const isAtEdge = (page: PdfPage, line: PdfLine) =>
    line.y > page.height * 0.92 || line.y < page.height * 0.08
  const plain = (line: PdfLine) =>
    line.text
      .replace(/[\dIVXLC]+/g, '#')
      .replace(/\s+/g, ' ')
      .trim()
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const text of new Set(page.lines.filter(line => isAtEdge(page, line)).map(plain)))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  const isRunning = (page: PdfPage, line: PdfLine) =>
    isAtEdge(page, line) &&
    (/^\W*\d{1,4}\W*$/.test(line.text.trim()) ||
      (counts.get(plain(line)) ?? 0) >= Math.max(2, pages.length * 0.5))
  return pages.map(page => ({ ...page, lines: page.lines.filter(line => !isRunning(page, line)) }))
}

/** Lines joined to paragraphs, over the ends of pages and columns; words parted by a hyphen become whole. */
export function paragraphsOf(pages: readonly PdfPage[]): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = []
  const body = bodySize(pages)
  let last: PdfLine | null = null
  for (const page of pages) {
    let isFirst = true
    for (const line of page.lines) {
      const current = paragraphs.at(-1)
      const isHeading = line.size > body * 1.15 && line.text.length < 200
      const goesOn =
        current !== undefined &&
        last !== null &&
        current.isHeading === isHeading &&
        continues(last, line, body)
      const paragraph = goesOn ? current : { text: '', isHeading, pages: [] }
      if (!goesOn) paragraphs.push(paragraph)
      paragraph.text = joined(paragraph.text, line.text)
      if (isFirst)
        paragraph.pages.push({
          label: page.label,
          at: Math.max(0, paragraph.text.length - line.text.trim().length)
        })
      isFirst = false
      last = line
    }
  }
  return paragraphs
}

/** The size that most letters have. */
function bodySize(pages: readonly PdfPage[]): number {
  const letters = new Map<number, number>()
  for (const { lines } of pages)
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
    }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

function continues(last: PdfLine, line: PdfLine, body: number): boolean {
  const drop = last.y - line.y
  // Up again: another column or page. A sentence that is not at its end goes on there.
  if (drop <= 0 || drop > body * 8)
    return !/[.!?…:]["'”’»)]*\s*$/.test(last.text) || /^\p{Ll}/u.test(line.text)
  if (drop > Math.max(last.size, line.size) * 1.75) return false
  const indent = line.x - last.x
  return !(indent > body * 0.8 && indent < body * 5 && /[.!?…:]["'”’»)]*\s*$/.test(last.text))
}

function joined(before: string, line: string): string {
  const text = line.trim().replace(/\s+/g, ' ')
  if (before === '') return text
  // A hyphen before a small letter parted a word; one before a capital or a digit belongs to the word.
  if (/\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(text)) return before.slice(0, -1) + text
  return /\u00ad$/.test(before) ? before.slice(0, -1) + text : `${before} ${text}`
}
