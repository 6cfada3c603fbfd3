import { SaxesParser } from 'saxes'
import { fail, ok, type Result } from '../result'

export interface XmlElement {
  /** Without its prefix. */
  name: string
  /** Empty without one. */
  prefix: string
  /** By name with its prefix, as `xmi:id`. */
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
  /** From 1. */
  line: number
}

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
    const element: XmlElement = {
      name: name.slice(name.indexOf(':') + 1),
      prefix: name.slice(0, Math.max(0, name.indexOf(':'))),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      children: [],
      line: parser.line
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const addText = (piece: string) => {
    const parent = open.at(-1)
    const last = parent?.children.at(-1)
    if (parent === undefined) return
    if (typeof last === 'string') parent.children[parent.children.length - 1] = last + piece
    else parent.children.push(piece)
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

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** All text in an element, as it stands. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(child => (typeof child === 'string' ? child : textIn(child))).join('')
}
