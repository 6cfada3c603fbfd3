import { fromMarkdown } from 'mdast-util-from-markdown'
import { fail, ok, type Result } from '../result'
import { joinBlocks, splitAtBlankLines, type BlockContent, type BlockedText } from './blocks'

type Root = ReturnType<typeof fromMarkdown>
type MarkdownNode = Root['children'][number]

/** Deeper than any article, shallow enough for the call stack. */
const maxDepth = 200
/** A longer first heading is a paragraph gone astray, not a title. */
const maxTitleLength = 300

/** What the surroundings of a block make of it. */
interface Surroundings {
  isQuoted: boolean
  listDepth: number
}

class TooDeep extends Error {}

/**
 * Blocks of a Markdown (CommonMark) text with all marks taken away: emphasis and links become their text,
 * images their description, HTML goes. The first top-level heading of level 1 becomes the title and is left
 * out of the text, unless nothing else would remain. Fails with `too-deep` when quotations, lists or emphasis
 * are nested more than 200 deep. Expects "\n" as the only line break.
 */
export function markdownBlocks(markdown: string): Result<BlockedText & { title?: string }> {
  if (hasDeepLine(markdown)) return tooDeep()
  const children = fromMarkdown(markdown).children
  try {
    const titleNode = children.find(node => node.type === 'heading' && node.depth === 1)
    const title = titleNode === undefined ? '' : inlineText(titleNode, 0).replace(/\s+/g, ' ').trim()
    const isTitle = title !== '' && title.length <= maxTitleLength
    const rest = isTitle ? children.filter(node => node !== titleNode) : children
    const contents = collect(rest, { isQuoted: false, listDepth: 0 }, 0)
    if (isTitle && contents.length > 0) return ok({ ...joinBlocks(contents), title })
    return ok(joinBlocks(collect(children, { isQuoted: false, listDepth: 0 }, 0)))
  } catch (error) {
    if (error instanceof TooDeep) return tooDeep()
    throw error
  }
}

function tooDeep(): Result<never> {
  return fail('too-deep', `Quotations or lists in this text are nested more than ${maxDepth} deep.`)
}

/** Looked for before parsing, because the parser's time grows with the square of the depth. */
function hasDeepLine(markdown: string): boolean {
  const openers = new RegExp(`^(?:[^\\S\\n]*(?:>|[-*+](?=\\s)|\\d{1,9}[.)](?=\\s))){${maxDepth + 1}}`, 'm')
  return openers.test(markdown)
}

function collect(nodes: readonly MarkdownNode[], around: Surroundings, depth: number): BlockContent[] {
  if (depth > maxDepth) throw new TooDeep()
  return nodes.flatMap(node => collectNode(node, around, depth))
}

function collectNode(node: MarkdownNode, around: Surroundings, depth: number): BlockContent[] {
  if (node.type === 'heading') return pieces(inlineText(node, depth), { type: 'heading', level: node.depth })
  if (node.type === 'paragraph') return pieces(inlineText(node, depth), bodyKind(around))
  if (node.type === 'code') return pieces(node.value, bodyKind(around))
  if (node.type === 'listItem') return collect(node.children, around, depth + 1)
  // What is quoted inside a list item is a quotation; a list inside a quotation is a list again.
  if (node.type === 'blockquote') return collect(node.children, { isQuoted: true, listDepth: 0 }, depth + 1)
  if (node.type === 'list') {
    return collect(node.children, { isQuoted: false, listDepth: around.listDepth + 1 }, depth + 1)
  }
  // Rules, definitions and HTML have no words of the article in them.
  return []
}

function bodyKind(around: Surroundings): Omit<BlockContent, 'text'> {
  if (around.isQuoted) return { type: 'quotation' }
  if (around.listDepth > 0) return { type: 'list-item', level: Math.min(around.listDepth, 6) }
  return { type: 'paragraph' }
}

/** Code can hold blank lines and character references can hide line breaks: no block keeps either. */
function pieces(text: string, kind: Omit<BlockContent, 'text'>): BlockContent[] {
  return splitAtBlankLines(text.replace(/\r\n?/g, '\n')).map(piece => ({ ...kind, text: piece }))
}

function inlineText(node: MarkdownNode, depth: number): string {
  if (depth > maxDepth) throw new TooDeep()
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? node.children.map(child => inlineText(child, depth + 1)).join('') : ''
}
