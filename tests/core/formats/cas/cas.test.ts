import { describe, expect, test } from 'vitest'
import { casJsonFormat, casXmiFormat } from '../../../../src/core/formats/cas/cas-format'
import { childrenOf, parseXml } from '../../../../src/core/xml/parse-xml'
import { goldenProject } from '../../../fixtures/golden-project'
import { readContext, toSource, writeAll } from '../in-memory'
import { hasXmllint, xmllintComplaints } from '../xmllint'

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe('XMI', () => {
  const { files } = writeAll(casXmiFormat, goldenProject())
  const xmi = decode(files[0]?.bytes)

  test('declares every type and feature that it uses, and every reference leads to a structure', () => {
    const types = decode(files.at(-1)?.bytes)
    const root = parseXml(xmi, 'a.xmi')
    if (!root.ok) throw new Error(root.error.message)
    const ids = new Set(childrenOf(root.value).map(row => row.attributes['xmi:id']))
    for (const { name, prefix, attributes } of childrenOf(root.value)) {
      if (prefix === 'cas' || prefix === 'xmi') continue
      expect(types).toContain(`.${name}</name>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (['xmi:id', 'sofa', 'begin', 'end', 'language'].includes(key)) continue
        expect(types).toContain(`<name>${key}</name>`)
        if (key === 'Governor' || key === 'Dependent') expect(ids).toContain(value)
      }
    }
    const view = childrenOf(root.value, 'View')[0]
    for (const member of (view?.attributes['members'] ?? '').split(' ')) expect(ids).toContain(member)
  })

  test('keeps line breaks and counts UTF-16 units, as UIMA does', () => {
    const root = parseXml(xmi, 'a.xmi')
    if (!root.ok) throw new Error(root.error.message)
    const text = childrenOf(root.value, 'Sofa')[0]?.attributes['sofaString'] ?? ''
    expect(text).toBe(goldenProject().revisions[0]?.text)
    const claim = childrenOf(root.value, 'Claim').find(row => row.attributes['annotationId'] === 'astral')
    expect(text.slice(Number(claim?.attributes['begin']), Number(claim?.attributes['end']))).toBe('👩‍👩‍👧‍👦')
  })

  test.skipIf(!hasXmllint)('is well-formed to another reader: xmllint has to be installed', () => {
    for (const { bytes } of files) expect(xmllintComplaints(bytes)).toBe('')
  })
})

test('JSON declares the types it uses, and members are structures', () => {
  const cas = JSON.parse(decode(writeAll(casJsonFormat, goldenProject()).files[0]?.bytes)) as {
    '%TYPES': Record<string, Record<string, unknown>>
    '%FEATURE_STRUCTURES': ({ '%ID': number; '%TYPE': string } & Record<string, unknown>)[]
    '%VIEWS': { _InitialView: { '%SOFA': number; '%MEMBERS': number[] } }
  }
  const ids = new Set(cas['%FEATURE_STRUCTURES'].map(row => row['%ID']))
  for (const id of cas['%VIEWS']._InitialView['%MEMBERS']) expect(ids).toContain(id)
  for (const row of cas['%FEATURE_STRUCTURES'].slice(1))
    for (const key of Object.keys(row)) {
      if (key.startsWith('%') || ['@sofa', 'begin', 'end', 'language'].includes(key)) continue
      expect(Object.keys(cas['%TYPES'][row['%TYPE']] ?? {}), row['%TYPE']).toContain(key.replace(/^@/, ''))
    }
})

describe('a document of INCEpTION', () => {
  const xmi = (body: string) =>
    `<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0">${body}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Ana spoke.&#10;&#x1F600; Bo."/><cas:View sofa="1" members="2 3"/></xmi:XMI>`
  const read = (text: string) => casXmiFormat.read!([toSource('doc.xmi', text)], readContext())

  test('gives its layers with their features, without tokens and sentences', () => {
    const result = read(
      xmi(
        '<type:Token xmi:id="2" sofa="1" begin="0" end="3"/><ner:NamedEntity xmi:id="3" sofa="1" begin="14" end="16" value="PER"/>'
      )
    )
    if (!result.ok) throw new Error(result.error.message)
    const { data, issues } = result.value
    const { annotations, codebook } = data
    expect(issues.map(row => row.message)).toEqual([
      'What programs find by themselves is left out: 1 × Token.'
    ])
    expect(codebook.layers.map(row => row.name)).toEqual(['NamedEntity'])
    expect(annotations).toMatchObject([{ spans: [{ quote: 'Bo' }], attributes: { value: 'PER' } }])
  })

  // Offsets into the text of another view would cut anything out of this one.
  test('is read in its first view, and the others are told', () => {
    const result = read(
      xmi(
        '<ner:NamedEntity xmi:id="3" sofa="1" begin="0" end="3"/><ner:NamedEntity xmi:id="4" sofa="9" begin="2" end="5"/><cas:Sofa xmi:id="9" sofaNum="2" sofaID="other" sofaString="Another."/>'
      ).replace(/(<cas:Sofa xmi:id="9"[^>]*>)(.*)(<cas:View)/s, '$2$1$3')
    )
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations).toMatchObject([{ spans: [{ quote: 'Ana' }] }])
    expect(result.value.issues[0]?.message).toMatch(/^Only the first view is read; another one/)
  })

  test('in JSON: features that point at structures are told', () => {
    const structures = [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'Ana spoke.' },
      { '%ID': 2, '%TYPE': 'webanno.custom.Host', '@sofa': 1, begin: 0, end: 3, '@links': 4, colour: 'red' },
      { '%ID': 3, '%TYPE': 'webanno.custom.Host', '@sofa': 8, begin: 0, end: 99 }
    ]
    const json = JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': structures })
    const result = casJsonFormat.read!([toSource('doc.json', json)], readContext())
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations).toMatchObject([{ attributes: { colour: 'red' } }])
    expect(result.value.issues.map(row => row.message)).toEqual([
      'Features that point at other structures are left out: links.'
    ])
  })

  test.each([
    [xmi('<ner:NamedEntity xmi:id="3" sofa="1" begin="0" end="99"/>'), 'offset-outside-text'],
    ['<xmi:XMI xmlns:xmi="x"/>', 'no-text'],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'xml-dtd'],
    ['<a><b></a>', 'not-xml']
  ])('%s is refused', (text, code) => {
    expect(read(text)).toMatchObject({ ok: false, error: { code } })
  })
})
