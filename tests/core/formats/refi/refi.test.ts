import { describe, expect, test } from 'vitest'
import { readZip } from '../../../../src/core/archive/read-zip'
import { writeZip } from '../../../../src/core/archive/write-zip'
import { refiCodebookFormat, refiProjectFormat } from '../../../../src/core/formats/refi/refi-format'
import { layerIdSchema } from '../../../../src/core/project/ids'
import { childOf, childrenOf, parseXml } from '../../../../src/core/xml/parse-xml'
import { goldenProject } from '../../../fixtures/golden-project'
import { bytesOf, readContext, toSource, writeAll } from '../in-memory'

function unpacked() {
  const { files } = writeAll(refiProjectFormat, goldenProject())
  const read = readZip(files[0]!.bytes, 'golden.qdpx')
  if (!read.ok) throw new Error(read.error.message)
  const qde = new TextDecoder().decode(read.value.find(file => file.name === 'project.qde')?.bytes)
  const root = parseXml(qde, 'project.qde')
  if (!root.ok) throw new Error(root.error.message)
  return { files: read.value, root: root.value }
}

// What the standard asks for: its order of elements, GUIDs that are there, positions inside the text.
test('the project has the order of the standard, and every reference leads somewhere', () => {
  const { files, root } = unpacked()
  expect(childrenOf(root).map(child => child.name)).toEqual([
    'Users',
    'CodeBook',
    'Sources',
    'Notes',
    'Links'
  ])
  const guids = new Set<string>()
  const visit = (element: typeof root): void => {
    const { guid } = element.attributes
    if (guid !== undefined) {
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(guids.has(guid), guid).toBe(false)
      guids.add(guid)
    }
    childrenOf(element).forEach(visit)
  }
  visit(root)
  const check = (element: typeof root): void => {
    for (const name of ['targetGUID', 'originGUID', 'creatingUser', 'modifyingUser', 'creatingUserGUID']) {
      const target = element.attributes[name]
      if (target !== undefined) expect(guids, `${element.name} ${name}`).toContain(target)
    }
    childrenOf(element).forEach(check)
  }
  check(root)
  for (const source of childrenOf(childOf(root, 'Sources'), 'TextSource')) {
    const path = source.attributes['plainTextPath']?.replace('internal://', 'sources/')
    const points = [...new TextDecoder().decode(files.find(file => file.name === path)?.bytes)]
    for (const selection of childrenOf(source, 'PlainTextSelection')) {
      const { startPosition, endPosition, name } = selection.attributes
      const words = points.slice(Number(startPosition), Number(endPosition)).join('')
      expect(words.replace(/\s+/g, ' ').slice(0, 60)).toBe(name)
      // Description, Coding, NoteRef: in this order.
      const order = childrenOf(selection).map(child =>
        ['Description', 'Coding', 'NoteRef'].indexOf(child.name)
      )
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  }
})

const foreign = (sources: string) =>
  `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Other 1"><Users><User guid="{AAAA}" name="Cy"/></Users><CodeBook><Codes><Code guid="BBBB" name="Blame" isCodable="true"><Code guid="CCCC" name="Police" isCodable="true"/></Code></Codes></CodeBook><Sources>${sources}</Sources><Notes><Note guid="DDDD"><PlainTextContent>Look &amp; see</PlainTextContent></Note></Notes></Project>`
const archive = (qde: string, text = 'One\r\n😀 two three') =>
  bytesOf(
    writeZip(
      'p.qdpx',
      [
        { name: 'project.qde', chunks: [qde] },
        { name: 'Sources/EEEE.txt', chunks: [text] }
      ],
      '2026-01-01T00:00:00.000Z'
    )
  )
const read = (qde: string) =>
  refiProjectFormat.read!([{ name: 'p.qdpx', bytes: archive(qde) }], readContext())
const selection = (start: number, end: number, code = 'cccc') =>
  `<TextSource guid="E" name="T" plainTextPath="internal://eeee.TXT"><PlainTextSelection guid="F" startPosition="${start}" endPosition="${end}" creatingUser="aaaa"><Coding guid="G"><CodeRef targetGUID="${code}"/></Coding><NoteRef targetGUID="dddd"/></PlainTextSelection></TextSource>`

test('a project by another program: line breaks of two characters, GUIDs in either case, sub-codes, notes', () => {
  const result = read(foreign(selection(7, 10)))
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.place}`)
  const { annotations, annotators, codebook } = result.value.data
  expect(annotations[0]).toMatchObject({ spans: [{ quote: 'two' }], memo: 'Look & see' })
  expect(annotators.map(row => row.name)).toEqual(['Cy'])
  expect(codebook.layers.map(row => row.name)).toEqual(['Police'])
})

test.each([
  [foreign(selection(7, 99)), 'offset-outside-text'],
  [foreign('<TextSource guid="E" name="T" plainTextPath="internal://missing.txt"/>'), 'missing-text'],
  ['<Project><Users></Project>', 'not-xml'],
  ['<!DOCTYPE a [<!ENTITY b "c">]><Project/>', 'xml-dtd'],
  ['<Other/>', 'not-refi']
])('%s is refused', (qde, code) => {
  expect(read(qde)).toMatchObject({ ok: false, error: { code } })
})

test('a codebook by itself is read as layers', () => {
  const text =
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="A" name="Blame" isCodable="true"/></Codes></CodeBook>'
  const result = refiCodebookFormat.read!([toSource('c.qdc', text)], readContext())
  expect(result).toMatchObject({ ok: true, value: { data: { codebook: { layers: [{ name: 'Blame' }] } } } })
})

describe('codes below codes', () => {
  const read = (text: string) => {
    const result = refiCodebookFormat.read!([toSource('c.qdc', text)], readContext())
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.issues).toEqual([])
    return result.value.data.codebook.layers
  }

  test('by another program become options of their layer, however deep they stand', () => {
    const [blame, ...others] = read(
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="A" name="Blame" isCodable="true"><Code guid="B" name="Of police" isCodable="true"><Code guid="C" name="Local" isCodable="true"/></Code></Code></Codes></CodeBook>'
    )
    expect(others).toEqual([])
    expect(blame?.attributes).toMatchObject([
      { name: 'Sub-code', kind: 'choice', options: [{ name: 'Of police' }, { name: 'Local' }] }
    ])
  })

  test('by us become the parts and choices they were', () => {
    const [first] = goldenProject().codebook.layers
    const layer = {
      ...first!,
      ...{ id: layerIdSchema.parse('threat'), name: 'Threat', key: 'z', spanRoles: ['content', 'target'] },
      attributes: [
        { id: 'level', name: 'Level', kind: 'choice' as const, options: [{ id: 'low', name: 'Low' }] }
      ]
    }
    const data = { ...goldenProject(), annotations: [], relations: [] }
    data.codebook = { ...data.codebook, layers: [layer] }
    const [file] = writeAll(refiCodebookFormat, data).files
    expect(read(new TextDecoder().decode(file?.bytes))).toMatchObject([
      {
        name: 'threat',
        spanRoles: ['content', 'target'],
        attributes: [{ id: 'level', kind: 'choice', options: [{ id: 'low' }] }]
      }
    ])
  })
})
