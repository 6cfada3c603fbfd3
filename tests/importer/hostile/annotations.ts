import { smallDatasetWith } from '../../core/formats/small-dataset'
import { fileOf, zipOf, type HostileFile } from './hostile-file'

const deep = (open: string, close: string, depth = 50_000) => open.repeat(depth) + close.repeat(depth)
const json = (value: unknown) => JSON.stringify(value)
const entities =
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
const outside = (path: string) => `<!DOCTYPE a [<!ENTITY x SYSTEM "file://${path}">]>`

const xmi = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:n="http:///x/n.ecore">${body}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Ana 😀 spoke."/></xmi:XMI>`
const qde = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}<Project xmlns="urn:QDA-XML:project:1.0" name="P">${body}</Project>`
const qdpx = (project: string, rest: Readonly<Record<string, string | Uint8Array>> = {}) =>
  fileOf('a.qdpx', zipOf({ 'project.qde': project, ...rest }))
const source = (attributes: string) =>
  qde(`<Sources><TextSource guid="A0000000-0000-0000-0000-000000000001" name="t" ${attributes}/></Sources>`)

/** One task of Label Studio with a result, and one of W3C with a selector. */
const task = (value: unknown) =>
  json([
    {
      id: 1,
      data: { text: 'Ana spoke.' },
      annotations: [{ id: 1, result: [{ type: 'labels', id: 'r', from_name: 'l', to_name: 't', value }] }]
    }
  ])
const page = (selector: unknown, context: unknown = 'http://www.w3.org/ns/anno.jsonld') => [
  fileOf(
    'a.jsonld',
    json({
      '@context': context,
      type: 'Annotation',
      id: 'a',
      note: 'http://www.w3.org/ns/anno.jsonld',
      target: { source: 'a.txt', selector }
    })
  ),
  fileOf('a.txt', 'Ana spoke.')
]

/** Annotations of every format that is read. */
export const hostileAnnotations: readonly HostileFile[] = [
  {
    what: 'a dataset of 50,000 brackets',
    make: () => [fileOf('a.json', `{"format":"counterpoint-dataset","x":${deep('[', ']')}}`)],
    comes: ['wrong-shape']
  },
  {
    what: 'a dataset with a key that every object has',
    make: () => [fileOf('a.json', json(smallDatasetWith({})).replace('{', '{"__proto__":{"isAdmin":true},'))],
    comes: ['wrong-shape']
  },
  {
    what: 'a dataset with offsets beyond all numbers',
    make: () => [fileOf('a.json', json(smallDatasetWith({ 'annotations[0].spans[0].end': 1e308 })))],
    comes: ['wrong-shape']
  },
  {
    what: 'a dataset cut off',
    make: () => [fileOf('a.json', json(smallDatasetWith({})).slice(0, -30))],
    comes: ['not-json']
  },
  {
    what: 'a dataset in UTF-16',
    make: () => [fileOf('a.json', Buffer.from(`\ufeff${json(smallDatasetWith({}))}`, 'utf16le'))],
    comes: ['not-utf8']
  },
  {
    what: 'lines of a project, cut off',
    make: () => [fileOf('a.jsonl', '{"record":"project","format":"counterpoint-jsonl"')],
    comes: ['not-json']
  },
  {
    what: 'lines of a project from the future',
    make: () => [fileOf('a.jsonl', '{"record":"project","format":"counterpoint-jsonl","version":9}\n')],
    comes: ['newer-version']
  },
  {
    what: 'lines of a project with a record of no kind',
    make: () => [
      fileOf(
        'a.jsonl',
        '{"record":"project","format":"counterpoint-jsonl","version":1,"offsetUnit":"unicode-code-point","project":{"id":"p","title":"P"}}\n{"record":"__proto__"}\n'
      )
    ],
    comes: ['wrong-shape']
  },
  {
    what: 'brat with a way out',
    make: () => [fileOf('a.zip', zipOf({ '../a.ann': 'T1\tX 0 1\ta\n', '../a.txt': 'a' }))],
    comes: ['unsafe-path']
  },
  { what: 'brat without its text', make: () => [fileOf('a.ann', 'T1\tX 0 1\ta\n')], comes: ['missing-text'] },
  {
    what: 'brat with places before the text',
    make: () => [fileOf('a.ann', 'T1\tX -5 1\ta\n'), fileOf('a.txt', 'a b')],
    comes: ['wrong-line']
  },
  {
    what: 'brat with places beyond all numbers',
    make: () => [fileOf('a.ann', 'T1\tX 0 99999999999999999999\ta\n'), fileOf('a.txt', 'a b')],
    comes: ['quote-differs']
  },
  {
    what: 'brat with one name twice',
    make: () => [fileOf('a.ann', 'T1\tX 0 1\ta\nT1\tX 2 3\tb\n'), fileOf('a.txt', 'a b')],
    comes: 'project'
  },
  {
    what: 'brat with an event of itself',
    make: () => [
      fileOf('a.ann', 'T1\tX 0 1\ta\nE1\tX:T1 Arg:E1\nE2\tX:E3\nE3\tX:E2\n'),
      fileOf('a.txt', 'a b')
    ],
    comes: ['dangling-id']
  },
  {
    what: 'brat with a million characters on a line',
    make: () => [fileOf('a.ann', `T1\tX 0 1\t${'a'.repeat(1_000_000)}\n`), fileOf('a.txt', 'a b')],
    comes: ['quote-differs']
  },
  {
    what: 'Label Studio with words for places',
    make: () => [fileOf('a.json', task({ start: 'x', end: {}, labels: ['A'] }))],
    comes: ['wrong-shape']
  },
  {
    what: 'Label Studio with half a character',
    make: () => [fileOf('a.json', task({ start: 0, end: 1, labels: ['A'] }).replace('Ana', '\\ud83d'))],
    comes: ['lone-surrogate']
  },
  {
    what: 'Label Studio with a label of a megabyte',
    make: () => [fileOf('a.json', task({ start: 0, end: 3, labels: ['A'.repeat(1_000_000)] }))],
    comes: 'project'
  },
  {
    what: 'Label Studio of 50,000 brackets',
    make: () => [fileOf('a.json', `[{"data":{"text":"a"},"annotations":${deep('[', ']')}}]`)],
    comes: ['wrong-shape']
  },
  {
    what: 'doccano with places beyond the text',
    make: () => [fileOf('a.jsonl', '{"text":"Ana","label":[[0,99,"A"]]}\n')],
    comes: ['offset-outside-text']
  },
  {
    what: 'doccano with relations to nothing',
    make: () => [
      fileOf(
        'a.jsonl',
        '{"text":"Ana","entities":[{"id":1,"label":"A","start_offset":0,"end_offset":3}],"relations":[{"id":1,"from_id":1,"to_id":7,"type":"r"}]}\n'
      )
    ],
    comes: ['dangling-id']
  },
  {
    what: 'doccano with a line that is none',
    make: () => [fileOf('a.jsonl', '{"text":"Ana","label":[[0,3,"A"]]}\nnull\n')],
    comes: ['wrong-shape']
  },
  {
    what: 'Prodigy with tokens that are not there',
    make: () => [
      fileOf(
        'a.jsonl',
        '{"text":"Ana","spans":[{"start":0,"end":3,"label":"A"}],"relations":[{"head":99,"child":-1,"label":"supports"}]}\n'
      )
    ],
    comes: 'project'
  },
  {
    what: 'Prodigy with places the wrong way round',
    make: () => [fileOf('a.jsonl', '{"text":"Ana","spans":[{"start":3,"end":0,"label":"A"}]}\n')],
    comes: ['offset-outside-text']
  },
  {
    what: 'Prodigy with labels that every object has',
    make: () => [
      fileOf(
        'a.jsonl',
        '{"text":"Ana","spans":[{"start":0,"end":3,"label":"__proto__"},{"start":0,"end":3,"label":"constructor"}]}\n'
      )
    ],
    comes: 'project'
  },
  {
    what: 'W3C with a context elsewhere',
    make: ({ url }) => page({ type: 'TextQuoteSelector', exact: 'Ana' }, url),
    comes: 'project'
  },
  {
    what: 'W3C with a source on the disk',
    make: ({ secretPath }) => [
      fileOf(
        'a.jsonld',
        json({
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          type: 'Annotation',
          target: {
            source: `file://${secretPath}`,
            selector: { type: 'TextPositionSelector', start: 0, end: 3 }
          }
        })
      )
    ],
    comes: ['missing-text']
  },
  {
    what: 'W3C with places beyond all numbers',
    make: () => page({ type: 'TextPositionSelector', start: 0, end: 1e308 }),
    comes: ['wrong-shape']
  },
  {
    what: 'W3C with selectors of selectors',
    make: () =>
      page(
        Array.from({ length: 1000 }).reduce<unknown>(inner => ({ type: 'RangeSelector', refinedBy: inner }), {
          type: 'TextQuoteSelector',
          exact: 'Ana'
        })
      ),
    comes: ['wrong-shape']
  },
  {
    what: 'W3C with words that stand nowhere',
    make: () => page({ type: 'TextQuoteSelector', exact: 'x'.repeat(100_000) }),
    comes: ['quote-differs']
  },
  {
    what: 'CAS in XMI with entities that grow',
    make: () => [fileOf('a.xmi', xmi('&c;', entities))],
    comes: ['xml-dtd']
  },
  {
    what: 'CAS in XMI with an entity of the disk',
    make: ({ secretPath }) => [fileOf('a.xmi', xmi('&x;', outside(secretPath)))],
    comes: ['xml-dtd']
  },
  {
    what: 'CAS in XMI of 50,000 elements',
    make: () => [fileOf('a.xmi', xmi(deep('<a>', '</a>')))],
    comes: ['too-deep']
  },
  {
    what: 'CAS in XMI that cuts a character',
    make: () => [fileOf('a.xmi', xmi('<n:A xmi:id="2" sofa="1" begin="0" end="5"/>'))],
    comes: ['offset-outside-text']
  },
  {
    what: 'CAS in XMI with places that are none',
    make: () => [fileOf('a.xmi', xmi('<n:A xmi:id="2" sofa="1" begin="x" end="NaN"/>'))],
    comes: ['offset-outside-text']
  },
  { what: 'CAS in XMI cut off', make: () => [fileOf('a.xmi', xmi('').slice(0, -20))], comes: ['not-xml'] },
  {
    what: 'CAS in JSON with structures of themselves',
    make: () => [
      fileOf(
        'a.json',
        json({
          '%TYPES': {},
          '%FEATURE_STRUCTURES': [
            { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'Ana' },
            { '%ID': 2, '%TYPE': 'x.R', '@sofa': 1, begin: 0, end: 3, '@Governor': 2, '@Dependent': 2 }
          ]
        })
      )
    ],
    comes: 'project'
  },
  {
    what: 'CAS in JSON without a text',
    make: () => [fileOf('a.json', json({ '%TYPES': {}, '%FEATURE_STRUCTURES': [] }))],
    comes: ['no-text']
  },
  {
    what: 'REFI-QDA with a way out',
    make: () => [qdpx(qde(''), { '../x.txt': 'x' })],
    comes: ['unsafe-path']
  },
  {
    what: 'REFI-QDA that is a bomb',
    make: () => [qdpx(qde(''), { 'Sources/a.txt': new Uint8Array(60_000_000) })],
    comes: ['zip-ratio']
  },
  {
    what: 'REFI-QDA with an entity of the disk',
    make: ({ secretPath }) => [qdpx(qde('&x;', outside(secretPath)))],
    comes: ['xml-dtd']
  },
  {
    what: 'REFI-QDA with a text of the disk',
    make: ({ secretPath }) => [qdpx(source(`plainTextPath="absolute://${secretPath}"`))],
    comes: ['missing-text']
  },
  {
    what: 'REFI-QDA with a text elsewhere',
    make: ({ url }) => [qdpx(source(`plainTextPath="${url}"`))],
    comes: ['missing-text']
  },
  {
    what: 'REFI-QDA without its project',
    make: () => [fileOf('a.qdpx', zipOf({ 'a.txt': 'x' }))],
    comes: ['not-refi']
  },
  {
    what: 'words called REFI-QDA',
    make: () => [fileOf('a.qdpx', 'words')],
    comes: ['not-a-zip']
  },
  {
    what: 'a codebook of 50,000 codes in codes',
    make: () => [
      fileOf(
        'a.qdc',
        `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${deep('<Code guid="A0000000-0000-0000-0000-000000000001" name="c">', '</Code>')}</Codes></CodeBook>`
      )
    ],
    comes: ['too-deep']
  },
  {
    what: 'a codebook with entities that grow',
    make: () => [fileOf('a.qdc', `${entities}<CodeBook><Codes><Code name="&c;"/></Codes></CodeBook>`)],
    comes: ['xml-dtd']
  },
  {
    what: 'a table of annotations with places that are none',
    make: () => [fileOf('a.csv', 'label,start,end\nA,x,y\n'), fileOf('only.txt', 'Ana')],
    comes: ['offset-outside-text']
  },
  {
    what: 'a table of annotations without texts',
    make: () => [fileOf('a.csv', 'article,label,start,end\nx,A,0,1\n')],
    comes: ['missing-text']
  },
  {
    what: 'a table of annotations with 5,000 layers',
    make: () => [
      fileOf('a.csv', `label,start,end\n${Array.from({ length: 5000 }, (_, i) => `L${i},0,1`).join('\n')}\n`),
      fileOf('only.txt', 'Ana')
    ],
    comes: ['too-many-layers']
  }
]
