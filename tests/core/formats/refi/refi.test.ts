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
  expect(codebook.layers).toMatchObject([
    {
      name: 'Blame',
      attributes: [{ name: 'Sub-code', kind: 'choice', options: [{ id: 'police', name: 'Police' }] }]
    }
  ])
  expect(annotations[0]).toMatchObject({ layer: 'blame', attributes: { subCode: 'police' } })
})

const project = (codes: string, codings: string, more = '') =>
  `<Project name="P" origin="Other 1"><CodeBook><Codes>${codes}</Codes></CodeBook><Sources><TextSource guid="E" name="T" plainTextPath="internal://eeee.txt"><PlainTextSelection guid="F" startPosition="0" endPosition="3">${codings}</PlainTextSelection></TextSource></Sources>${more}</Project>`
const coding = (code: string, note = '') => `<Coding guid="x"><CodeRef targetGUID="${code}"/>${note}</Coding>`
const readWell = (qde: string) => {
  const result = read(qde)
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.place}`)
  return { ...result.value.data, issues: result.value.issues.map(({ message }) => message) }
}

// "Joy" under "Emotions" is not the "Joy" at the top, and must not become it.
test('codes of one name under different codes stay apart, in whatever script', () => {
  const { annotations, codebook, issues } = readWell(
    project(
      '<Code guid="A" name="Emotions"><Description>What is felt.</Description><Code guid="B" name="Joy"><Description>Gladness.</Description></Code><Code guid="C" name="喜"><Code guid="D" name="Joy"/></Code><Code guid="G" name="怒"/></Code><Code guid="H" name="Joy"/>',
      coding('b') + coding('d') + coding('g') + coding('h')
    )
  )
  expect(codebook.layers).toMatchObject([{ name: 'Emotions', guidance: 'What is felt.' }, { name: 'Joy' }])
  const options = codebook.layers[0]?.attributes[0]?.options ?? []
  expect(options.map(({ name }) => name)).toEqual(['Joy', '喜', '喜 / Joy', '怒'])
  expect(options[0]?.definition).toBe('Gladness.')
  const meant = annotations.map(row => [
    row.layer,
    options.find(({ id }) => id === row.attributes['subCode'])?.name
  ])
  expect(meant).toEqual([
    ['emotions', 'Joy'],
    ['emotions', '喜 / Joy'],
    ['emotions', '怒'],
    ['joy', undefined]
  ])
  expect(issues).toEqual([])
})

test('more codes than layers can be become options of one layer, which is said', () => {
  const codes = Array.from({ length: 120 }, (_, i) => `<Code guid="c${i}" name="Code ${i}"/>`).join('')
  const { annotations, codebook, issues } = readWell(project(codes, coding('c119')))
  expect(codebook.layers).toHaveLength(1)
  expect(codebook.layers[0]?.attributes[0]?.options).toHaveLength(120)
  expect(annotations).toMatchObject([{ attributes: { subCode: 'code-119' } }])
  expect(issues).toEqual(['There are 120 codes at the top; they are options of one layer now.'])
})

test('what has no place here is said: variables, cases, sets, notes of nothing, codes of one name', () => {
  const { issues } = readWell(
    project(
      '<Code guid="A" name="Blame"/><Code guid="B" name="blame"/>',
      coding('a', '<NoteRef targetGUID="n1"/>'),
      '<Variables><Variable guid="v" name="Age"/></Variables><Cases><Case guid="k" name="One"/><Case guid="l" name="Two"/></Cases><Notes><Note guid="n1"><PlainTextContent>On the coding</PlainTextContent></Note><Note guid="n2"><PlainTextContent>On the project</PlainTextContent></Note></Notes>'
    )
  )
  expect(issues).toEqual([
    'Two codes are called “blame”; they are one layer now.',
    'Variables have no place here; one is left out.',
    'Cases have no place here; 2 are left out.',
    'A note is of no passage that came in; left out.'
  ])
})

test('a PDF comes in with the text that stands beside it; coded areas of its pages are said', () => {
  const pdf =
    '<PDFSource guid="P" name="Scan" path="internal://p.pdf"><PDFSelection guid="S" page="0"/><Representation guid="R" plainTextPath="internal://eeee.txt"><PlainTextSelection guid="T" startPosition="0" endPosition="3"/></Representation></PDFSource><PDFSource guid="Q" name="Bare"/>'
  const { articles, annotations, issues } = readWell(foreign(pdf))
  expect(articles.map(({ title }) => title)).toEqual(['Scan'])
  expect(annotations).toMatchObject([{ spans: [{ quote: 'One' }] }])
  expect(issues).toEqual([
    'An area of a page is coded in “Scan”; only its text came in.',
    '“Bare” comes without a text (PDFSource); left out.',
    'A note is of no passage that came in; left out.'
  ])
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
      { name: 'Sub-code', kind: 'choice', options: [{ name: 'Of police' }, { name: 'Of police / Local' }] }
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
