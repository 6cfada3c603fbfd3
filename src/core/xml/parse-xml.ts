import { SaxesParser } from 'saxes'
import { fail, ok, type Result } from '../result'

export interface XmlElement {
  /** Without its prefix. */
  name: string
  /** Empty without one. */
  prefix: string
  /** By name with its prefix, as `xmi:id`. */
  attributes: Readonly<Record<string, string>>
  /** Of an element that holds elements alone, without the white space between them. */
  children: (XmlElement | string)[]
  /** From 1. */
  line: number
}

/** Held once: most elements of a large file have none. */
const noChildren: (XmlElement | string)[] = []

/** Deeper than any document we read, and safe for a recursive walk. */
const maximumDepth = 200
const maximumElements = 5_000_000

/**
 * The tree of an XML 1.0 document. Fails with `not-xml` and the line, `xml-dtd` (no document type may bring in
 * entities or files) or `too-deep`; entities other than the five of XML are unknown and fail as `not-xml`.
 */
export function parseXml(text: string, place: string): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: XmlElement[] = []
  const tags = new Map<string, Pick<XmlElement, 'name' | 'prefix'>>()
  const tagOf = (written: string) => {
    const known = tags.get(written)
    if (known !== undefined) return known
    const colon = written.indexOf(':')
    const tag = { name: written.slice(colon + 1), prefix: written.slice(0, Math.max(0, colon)) }
    tags.set(written, tag)
    return tag
  }
  let root: XmlElement | null = null
  let count = 0
  const stop = (code: string, message: string): never => {
    throw new XmlProblem(code, message, `${place}, line ${parser.line}`)
  }
  parser.on('error', error =>
    stop('not-xml', `This is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`)
  )
  parser.on('doctype', () => stop('xml-dtd', 'The file has a document type definition, which is not read'))
  parser.on('opentag', ({ name, attributes }) => {
    count += 1
    if (open.length >= maximumDepth) stop('too-deep', `Elements are nested more than ${maximumDepth} deep`)
    if (count > maximumElements) stop('too-large', `There are more than ${maximumElements} elements`)
    const tag = tagOf(name)
    const element: XmlElement = {
      name: tag.name,
      prefix: tag.prefix,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      children: noChildren,
      line: parser.line
    }
    add(open.at(-1), element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed === undefined || closed.children.length === 0) return
    const elements = closed.children.filter(child => typeof child !== 'string')
    const isLaidOut =
      elements.length > 0 && closed.children.every(child => typeof child !== 'string' || !/\S/u.test(child))
    // A copy has no room left to grow.
    closed.children = (isLaidOut ? elements : closed.children).slice()
  })
  const addText = (piece: string) => {
    const parent = open.at(-1)
    const last = parent?.children.at(-1)
    if (parent !== undefined && typeof last === 'string')
      parent.children[parent.children.length - 1] = last + piece
    else add(parent, piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof XmlProblem) return fail(error.code, `${error.message}.`, error.place)
    throw error
  }
  return root === null ? fail('not-xml', 'There is no element in this file.', place) : ok(root)
}

function add(parent: XmlElement | undefined, child: XmlElement | string): void {
  if (parent === undefined) return
  if (parent.children === noChildren) parent.children = [child]
  else parent.children.push(child)
}

class XmlProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly place: string
  ) {
    super(message)
  }
}

/** The child elements of this name, or all. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name)
  )
}

/** The child elements, one after the other, each taken out of the tree: what was read needs no more memory. */
export function* takeChildren(element: XmlElement | undefined): Generator<XmlElement> {
  if (element === undefined) return
  const children = element.children.toReversed()
  element.children = []
  for (let child = children.pop(); child !== undefined; child = children.pop())
    if (typeof child !== 'string') yield child
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** All text in an element, as it stands. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(child => (typeof child === 'string' ? child : textIn(child))).join('')
}
