import { describe, expect, test } from 'vitest'
import { childrenOf, parseXml, takeChildren, textIn, type XmlElement } from '../../../src/core/xml/parse-xml'

const parsed = (text: string): XmlElement => {
  const read = parseXml(text, 'a.xml')
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

test('a tree of elements, with what is written between them', () => {
  const root = parsed('<a:x n:id="1">\n  <y/>\n  <y>one<![CDATA[ & ]]>two</y>\n</a:x>')
  expect([root.prefix, root.name, root.attributes, root.line]).toEqual(['a', 'x', { 'n:id': '1' }, 1])
  expect(childrenOf(root, 'y').map(element => [element.line, textIn(element)])).toEqual([
    [2, ''],
    [3, 'one & two']
  ])
})

// It lays the file out; where there is nothing else it is the text itself.
test.each([
  ['<x> <y/> </x>', 1],
  ['<x> said <y/> <y/></x>', 4],
  ['<x> </x>', 1],
  ['<x></x>', 0]
])('white space goes where there are elements and no words: %s', (text, count) => {
  expect(parsed(text).children).toHaveLength(count)
})

test('children are taken out one by one, in order', () => {
  const root = parsed('<x><y>1</y>text<y>2</y></x>')
  expect([...takeChildren(root)].map(textIn)).toEqual(['1', '2'])
  expect(root.children).toEqual([])
  expect([...takeChildren(undefined)]).toEqual([])
})

describe('what is no document of ours is refused by name and line', () => {
  test.each([
    ['<x>\n<y></x>', 'not-xml', 'a.xml, line 2'],
    ['<!DOCTYPE x [<!ENTITY e "e">]><x/>', 'xml-dtd', 'a.xml, line 1'],
    ['<x>&nbsp;</x>', 'not-xml', 'a.xml, line 1'],
    [`${'<x>'.repeat(201)}${'</x>'.repeat(201)}`, 'too-deep', 'a.xml, line 1'],
    ['', 'not-xml', 'a.xml, line 1']
  ])('%j', (text, code, place) => {
    expect(parseXml(text, 'a.xml')).toMatchObject({ ok: false, error: { code, place } })
  })
})
