import type { BlockContent } from '../../core/anchoring/blocks'
import { ok, type Result } from '../../core/result'
import { scanXml, type XmlHandlers } from './scan-xml'

/** What holds no words of the text (OpenDocument 1.3, part 3): comments, deletions, indexes, pictures, scripts. */
const silent = new Set([
  'office:annotation',
  'office:forms',
  'office:master-styles',
  'office:meta',
  'office:scripts',
  'office:settings',
  'svg:desc',
  'svg:title',
  'text:alphabetical-index',
  'text:bibliography',
  'text:illustration-index',
  'text:note-citation',
  'text:ruby-text',
  'text:sequence-decls',
  'text:table-of-content',
  'text:tracked-changes',
  'text:variable-decls'
])

interface Paragraph {
  text: string
  type: BlockContent['type']
  level?: number
  isNote: boolean
}

/**
 * Blocks of the text in an OpenDocument `content.xml`, or a flat document. Rows of tables are one block each,
 * cells parted by tabs; notes stand at the end, their numbers in the text. Fails as `scanXml` does.
 */
export function odfBlocks(xml: string, place: string): Result<BlockContent[]> {
  const writer = new OdfWriter()
  const scanned = scanXml(xml, place, writer)
  return scanned.ok ? ok(writer.blocks()) : scanned
}

class OdfWriter implements XmlHandlers {
  private readonly body: BlockContent[] = []
  private readonly notes: BlockContent[] = []
  /** Paragraphs that are open: one in a note stands inside another. */
  private readonly open_: Paragraph[] = []
  /** Rows of tables that are open, with the text of their cells. */
  private readonly rows: string[][] = []
  private readonly parentStyles = new Map<string, string>()
  private skipped = 0
  private listDepth = 0
  private noteDepth = 0
  private noteCount = 0

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.skipped > 0 || silent.has(name)) {
      this.skipped += 1
      return
    }
    if (name === 'style:style') this.noteStyle(attributes)
    else if (name === 'text:list') this.listDepth += 1
    else if (name === 'table:table-row') this.rows.push([])
    else if (name === 'table:table-cell') this.rows.at(-1)?.push('')
    else if (name === 'text:note') {
      this.noteCount += 1
      this.noteDepth += 1
      this.add(`[${this.noteCount}]`)
    } else if (name === 'text:p' || name === 'text:h') this.open_.push(this.paragraph(name, attributes))
    else if (name === 'text:s') this.add(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 1000)))
    else if (name === 'text:tab') this.add('\t')
    else if (name === 'text:line-break') this.add('\n')
  }

  close(name: string): void {
    if (this.skipped > 0) this.skipped -= 1
    else if (name === 'text:list') this.listDepth -= 1
    else if (name === 'text:note') this.noteDepth -= 1
    else if (name === 'text:p' || name === 'text:h') this.endParagraph()
    else if (name === 'table:table-row') {
      const cells = this.rows.pop() ?? []
      this.put({ type: 'paragraph', text: cells.join('\t').trimEnd(), isNote: this.noteDepth > 0 })
    }
  }

  text(given: string): void {
    const here = this.open_.at(-1)
    if (this.skipped > 0 || here === undefined) return
    // White space is as in HTML; what is more stands as elements (OpenDocument 1.3, part 3, 6.1.2).
    const words = given.replace(/[ \t\n\r]+/g, ' ')
    here.text += /(?:^|[ \n\t])$/.test(here.text) && words.startsWith(' ') ? words.slice(1) : words
  }

  blocks(): BlockContent[] {
    return [...this.body, ...this.notes]
  }

  private noteStyle(attributes: Readonly<Record<string, string>>): void {
    const { 'style:name': name, 'style:parent-style-name': parent } = attributes
    if (name !== undefined && parent !== undefined) this.parentStyles.set(name, parent)
  }

  private paragraph(name: string, attributes: Readonly<Record<string, string>>): Paragraph {
    const isNote = this.noteDepth > 0
    const begin = isNote && this.open_.at(-1)?.isNote !== true ? `[${this.noteCount}] ` : ''
    const style = this.styleOf(attributes['text:style-name'] ?? '')
    if (name === 'text:h') {
      const level = Math.min(Math.max(Number(attributes['text:outline-level'] ?? 1) || 1, 1), 6)
      return { text: begin, type: 'heading', level, isNote }
    }
    if (style === 'Title') return { text: begin, type: 'heading', level: 1, isNote }
    if (/^Quot(?:e|ations?)$/.test(style)) return { text: begin, type: 'quotation', isNote }
    if (this.listDepth > 0 && !isNote)
      return { text: begin, type: 'list-item', level: Math.min(this.listDepth, 6), isNote }
    return { text: begin, type: 'paragraph', isNote }
  }

  /** The named style at the end of the chain: automatic styles have one of those as their parent. */
  private styleOf(name: string): string {
    let style = name
    for (let step = 0; step < 10 && !/^(?:Title|Quot)/.test(style); step++)
      style = this.parentStyles.get(style) ?? style
    return style
  }

  private add(text: string): void {
    const here = this.open_.at(-1)
    if (here !== undefined) here.text += text
  }

  private endParagraph(): void {
    const paragraph = this.open_.pop()
    if (paragraph === undefined) return
    const cells = this.rows.at(-1)
    if (cells === undefined || paragraph.isNote) return this.put(paragraph)
    const last = Math.max(0, cells.length - 1)
    cells[last] = [cells[last] ?? '', paragraph.text].filter(text => text !== '').join('\n')
  }

  private put({ text, type, level, isNote }: Paragraph): void {
    const block = { type, ...(level === undefined ? {} : { level }), text }
    ;(isNote ? this.notes : this.body).push(block)
  }
}
