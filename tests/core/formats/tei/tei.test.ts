import { expect, test } from 'vitest'
import { teiFormat } from '../../../../src/core/formats/tei/tei-format'
import { childOf, childrenOf, parseXml, type XmlElement } from '../../../../src/core/xml/parse-xml'
import { goldenProject } from '../../../fixtures/golden-project'
import { writeAll } from '../in-memory'
import { hasXmllint, xmllintComplaints } from '../xmllint'

const [file] = writeAll(teiFormat, goldenProject()).files
const parsed = parseXml(new TextDecoder().decode(file?.bytes), 'a.tei.xml')
if (!parsed.ok) throw new Error(`${parsed.error.message} ${parsed.error.place}`)
const root = parsed.value

/** The words between two anchors, a blank line for each border of blocks. */
function between(from: string, to: string): string {
  let isOpen = false
  let text = ''
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += isOpen && element.name !== 'body' ? child : ''
      else if (child.name === 'anchor') {
        const id = `#${child.attributes['xml:id']}`
        if (id === from) isOpen = true
        if (id === to) isOpen = false
      } else {
        if (isOpen) text += '\n\n'
        visit(child)
      }
    }
  }
  visit(childOf(childOf(root, 'text'), 'body')!)
  return text
}

test('every span leads from anchor to anchor over just its words', () => {
  const spans = childrenOf(childOf(childOf(root, 'standOff'), 'spanGrp'), 'span')
  const quotes = goldenProject().annotations.flatMap(row => row.spans.map(span => span.quote))
  expect(spans.map(({ attributes }) => between(attributes['from'] ?? '', attributes['to'] ?? ''))).toEqual(
    quotes
  )
})

test('every pointer has its target, and no id stands twice', () => {
  const ids = new Set<string>()
  const pointers: string[] = []
  const visit = (element: XmlElement): void => {
    const id = element.attributes['xml:id']
    if (id !== undefined) {
      expect(ids.has(id), id).toBe(false)
      expect(id).toMatch(/^[\p{L}_][\p{L}\p{N}._-]*$/u)
      ids.add(id)
    }
    for (const name of ['from', 'to', 'ana', 'target', 'resp', 'active', 'passive'])
      pointers.push(...(element.attributes[name] ?? '').split(' ').filter(pointer => pointer.startsWith('#')))
    childrenOf(element).forEach(visit)
  }
  visit(root)
  expect(pointers.length).toBeGreaterThan(40)
  for (const pointer of pointers) expect(ids).toContain(pointer.slice(1))
})

test.skipIf(!hasXmllint)('another reader finds it well-formed: xmllint has to be installed', () => {
  expect(xmllintComplaints(file?.bytes ?? '')).toBe('')
})
