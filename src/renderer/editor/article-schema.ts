import { Node, type Extensions } from '@tiptap/core'

/**
 * The article as TipTap shows it: doc → section+ → block+, text without marks. Sections exist for speed
 * only: off screen the browser skips them whole (`content-visibility` on single paragraphs made scrolling
 * slower). Annotations are painted over the text and never stored here.
 */
export const blocksPerSection = 50

const Document = Node.create({ name: 'doc', topNode: true, content: 'section+' })

const Text = Node.create({ name: 'text', group: 'inline' })

const Section = Node.create({
  name: 'section',
  content: 'block+',
  renderHTML: () => ['div', { class: 'article-section' }, 0]
})

/** `block` is the block's number in the revision; it lets DOM and text offsets be told from one another. */
const blockNumber = {
  block: {
    default: 0,
    renderHTML: (attributes: Record<string, unknown>) => ({ 'data-block': attributes.block })
  }
}

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  marks: '',
  addAttributes: () => ({
    ...blockNumber,
    /** Counted from 1 over the paragraphs alone; shown in the left margin. */
    number: {
      default: 1,
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-n': attributes.number })
    }
  }),
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0]
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  marks: '',
  addAttributes: () => ({ ...blockNumber, level: { default: 2, rendered: false } }),
  renderHTML: ({ node, HTMLAttributes }) => [`h${String(node.attrs.level)}`, HTMLAttributes, 0]
})

const ListItem = Node.create({
  name: 'listItem',
  group: 'block',
  content: 'text*',
  marks: '',
  addAttributes: () => ({
    ...blockNumber,
    level: {
      default: 1,
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-level': attributes.level })
    }
  }),
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'article-list-item' }, 0]
})

const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'text*',
  marks: '',
  addAttributes: () => blockNumber,
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0]
})

export const articleExtensions: Extensions = [
  Document,
  Text,
  Section,
  Paragraph,
  Heading,
  ListItem,
  Quotation
]
