import { SaxesParser } from 'saxes'
import { fail, ok, type Result } from '../../core/result'
import { maximumDepth } from '../html/html-blocks'

/** So much is looked through between two looks at the depth. */
const pieceUnits = 1 << 16

/** Names with their prefix, as they stand in the file. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Goes through the XML of a document without building a tree. Refuses document types, which could define
 * entities without end or name other files (`xml-doctype`), more than 200 levels (`too-deep`) and what is not
 * well-formed (`not-xml`), placed at the line. Without handlers it says whether a library may have it.
 */
export function scanXml(xml: string, place: string, handlers: XmlHandlers = {}): Result<null> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  let refusal: { code: string; message: string } | null = null
  const refuse = (code: string, message: string) => {
    refusal ??= { code, message: `${place} ${message}` }
  }
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > maximumDepth) refuse('too-deep', `is nested more than ${maximumDepth} levels deep.`)
    if (refusal === null) handlers.open?.(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    if (refusal === null) handlers.close?.(name)
  })
  const text = (piece: string) => {
    if (refusal === null) handlers.text?.(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('doctype', () => refuse('xml-doctype', 'has a document type, which importing does not follow.'))
  parser.on('error', ({ message }) => {
    const what = message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    refuse('not-xml', `is not well-formed XML: ${what}.`)
  })
  const placed = (): Result<never> | null =>
    refusal === null ? null : fail(refusal.code, refusal.message, `${place}, line ${parser.line}`)
  for (let from = 0; from < xml.length; from += pieceUnits) {
    parser.write(xml.slice(from, from + pieceUnits))
    const refused = placed()
    if (refused !== null) return refused
  }
  parser.close()
  return placed() ?? ok(null)
}
