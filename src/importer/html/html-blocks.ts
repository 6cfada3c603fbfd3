import type { BlockContent } from '../../core/anchoring/blocks'
import { fail, ok, type Result } from '../../core/result'

/** Deeper than any page that people wrote. */
export const maximumDepth = 200

/** What holds no words of an article: programs, styles, pictures, players, forms. */
const silent = new Set(
  (
    'script style noscript template svg canvas iframe frame frameset object embed applet video audio map ' +
    'button input select textarea datalist progress meter dialog head title link meta base'
  ).split(' ')
)

/** What begins a new block. Everything else runs on within its line. */
const blockish = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table ' +
    'tbody tfoot thead tr ul'
  ).split(' ')
)

/** What the surroundings of a block make of it. */
interface Surroundings {
  /** Cells of a table follow each other on one line. */
  isRow: boolean
  isQuoted: boolean
  listDepth: number
  headingLevel: number
  isPreformatted: boolean
}

export interface HtmlWalkOptions {
  /** Whether an element and all in it is left out, beside what never holds words. */
  leavesOut?(element: Element): boolean
}

/**
 * Blocks of the words under `root`: headings, list items with their depth, quotations and paragraphs, in their
 * order. Emphasis and links become their text; rows of tables become one block each, cells parted by tabs; a
 * doubled line break parts paragraphs. Walks without recursion. Fails with `too-deep` beyond 200 levels.
 */
export function htmlBlocks(
  root: Element,
  place: string,
  options: HtmlWalkOptions = {}
): Result<BlockContent[]> {
  const writer = new BlockWriter()
  let node: Node | null = root
  let depth = 0
  while (node !== null) {
    const enters: boolean = isElement(node) && !isLeftOut(node, options)
    if (isElement(node) && enters) writer.enter(node)
    else if (node.nodeType === 3) writer.text(node.nodeValue ?? '')
    if (enters && node.firstChild !== null) {
      depth += 1
      if (depth > maximumDepth) return tooDeep(place)
      node = node.firstChild
      continue
    }
    if (isElement(node) && enters) writer.leave(node)
    while (node !== root && node.nextSibling === null) {
      const parent: Node | null = node.parentNode
      if (parent === null) return ok(writer.end())
      node = parent
      depth -= 1
      if (isElement(node)) writer.leave(node)
    }
    node = node === root ? null : node.nextSibling
  }
  return ok(writer.end())
}

/** Whether a tree is nested deeper than a walk, ours or a library's, can bear. */
export function isTooDeep(root: Node): boolean {
  let node: Node = root
  let depth = 0
  for (;;) {
    if (node.firstChild !== null) {
      depth += 1
      if (depth > maximumDepth) return true
      node = node.firstChild
      continue
    }
    while (node !== root && node.nextSibling === null) {
      if (node.parentNode === null) return false
      node = node.parentNode
      depth -= 1
    }
    if (node === root || node.nextSibling === null) return false
    node = node.nextSibling
  }
}

export function tooDeep(place: string): { ok: false; error: { code: string; message: string } } {
  return fail('too-deep', `${place} is nested more than ${maximumDepth} levels deep.`, place)
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function nameOf(element: Element): string {
  return element.localName.toLowerCase()
}

function isLeftOut(element: Element, { leavesOut }: HtmlWalkOptions): boolean {
  if (silent.has(nameOf(element)) || element.hasAttribute('hidden')) return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true
  return leavesOut?.(element) === true
}

const outermost: Surroundings = {
  isRow: false,
  isQuoted: false,
  listDepth: 0,
  headingLevel: 0,
  isPreformatted: false
}

/** A row whose cells hold a line each. Older pages are laid out in tables: their cells hold paragraphs. */
function isDataRow(row: Element): boolean {
  const cells = [...row.children].filter(cell => /^t[dh]$/i.test(cell.localName))
  const isLine = (cell: Element) =>
    cell.querySelector('table, ul, ol, blockquote') === null &&
    cell.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6').length <= 1
  return cells.length > 1 && cells.every(isLine)
}

/** Collects words and parts them into blocks as elements begin and end. */
class BlockWriter {
  private readonly blocks: BlockContent[] = []
  private readonly around: Surroundings[] = [outermost]
  private line = ''

  enter(element: Element): void {
    const name = nameOf(element)
    if (name === 'br') this.line += '\n'
    if ((name === 'td' || name === 'th') && this.line.trim() !== '') this.line = `${this.line.trimEnd()}\t`
    if (name === 'q') this.line += '“'
    if (!blockish.has(name) || this.here.isRow) return
    this.flush()
    const within = this.within(name)
    this.around.push(name === 'tr' && isDataRow(element) ? { ...within, isRow: true } : within)
  }

  leave(element: Element): void {
    const name = nameOf(element)
    if (name === 'q') this.line += '”'
    if (!blockish.has(name) || (this.here.isRow && name !== 'tr')) return
    this.flush()
    if (this.around.length > 1) this.around.pop()
  }

  text(given: string): void {
    if (this.here.isPreformatted) {
      this.line += given.replace(/\r\n?/g, '\n')
      return
    }
    // White space in HTML is one space, and none where a line begins. Others, such as no-break spaces, are words'.
    const words = given.replace(/[ \t\n\r\f]+/g, ' ')
    this.line += /(?:^|[ \t\n])$/.test(this.line) && words.startsWith(' ') ? words.slice(1) : words
  }

  end(): BlockContent[] {
    this.flush()
    return this.blocks
  }

  private get here(): Surroundings {
    return this.around.at(-1) ?? outermost
  }

  private within(name: string): Surroundings {
    const here = this.here
    if (name === 'blockquote') return { ...here, isQuoted: true, listDepth: 0 }
    if (name === 'ul' || name === 'ol' || name === 'menu')
      return { ...here, isQuoted: false, listDepth: here.listDepth + 1 }
    if (/^h[1-6]$/.test(name)) return { ...here, headingLevel: Number(name.slice(1)) }
    return name === 'pre' ? { ...here, isPreformatted: true } : here
  }

  private flush(): void {
    const pieces = this.line.split(/\n(?:[^\S\n]*\n)+/)
    this.line = ''
    for (const piece of pieces) {
      const text = piece.trim()
      if (text !== '') this.blocks.push({ ...kindOf(this.here), text })
    }
  }
}

function kindOf({ isQuoted, listDepth, headingLevel }: Surroundings): Omit<BlockContent, 'text'> {
  if (headingLevel > 0) return { type: 'heading', level: headingLevel }
  if (isQuoted) return { type: 'quotation' }
  if (listDepth > 0) return { type: 'list-item', level: Math.min(listDepth, 6) }
  return { type: 'paragraph' }
}
