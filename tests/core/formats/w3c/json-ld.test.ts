import * as jsonld from 'jsonld'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../../../src/core/formats/format'
import { recogitoFormat, w3cFormat } from '../../../../src/core/formats/w3c/w3c-format'
import type { ProjectData } from '../../../../src/core/project/entities'
import { goldenProject } from '../../../fixtures/golden-project'
import { sampleProject } from '../../../fixtures/sample-project'
import { writeAll, writeContext } from '../in-memory'

type Node = Readonly<Record<string, unknown>>

const contextFile = join(import.meta.dirname, '../../../fixtures/annotation-context.json')
const context = JSON.parse(readFileSync(contextFile, 'utf8')) as jsonld.NodeObject

const oa = 'http://www.w3.org/ns/oa#'
const own = 'urn:counterpoint:ns#'

/** Serves the one context we name, stored here; nothing is fetched. */
function documentLoader(url: string) {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') return Promise.reject(new Error(`${url} was asked for`))
  return Promise.resolve({ documentUrl: url, document: context })
}

/** Rejects what expansion would leave out: terms without a meaning, ids and types that are no IRIs. */
async function expand(document: unknown): Promise<readonly Node[]> {
  const options = { documentLoader, safe: true }
  return await jsonld.expand(document as jsonld.JsonLdDocument, options)
}

function exported(format: Format, data: ProjectData, context = writeContext): unknown[] {
  return writeAll(format, data, context)
    .files.filter(({ name }) => /\.json(?:ld)?$/.test(name))
    .map(({ bytes }): unknown => JSON.parse(new TextDecoder().decode(bytes)))
}

/** Every object in it, however deep. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(nodesIn)
  return Array.isArray(value) ? inside : [value as Node, ...inside]
}

const typed = (nodes: readonly Node[], type: string) =>
  nodes.filter(node => Array.isArray(node['@type']) && node['@type'].includes(type))
const under = (node: Node | undefined, key: string) => nodesIn(node?.[key])

describe.each([
  ['the golden project', goldenProject()],
  ['the sample', sampleProject()]
])('what we write of %s is JSON-LD', (_, data) => {
  test.each([
    ['a collection', exported(w3cFormat, data)],
    ['a collection without texts', exported(w3cFormat, data, { ...writeContext, withholdsText: true })],
    ['the lists for Recogito', exported(recogitoFormat, data)]
  ])('%s: every term means something, and nothing is dropped', async (_, documents) => {
    expect(documents.length).toBeGreaterThan(0)
    for (const document of documents) {
      const keys = nodesIn(await expand(document)).flatMap(Object.keys)
      expect(keys.length).toBeGreaterThan(100)
      const other = keys.filter(
        key => !key.startsWith('@') && !/^(?:https?:\/\/|urn:counterpoint:ns#)/.test(key)
      )
      expect(other).toEqual([])
    }
  })

  test('annotations have bodies, targets and selectors of the types of the recommendation', async () => {
    const [collection] = await expand(exported(w3cFormat, data)[0])
    expect(collection?.['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection'])
    const annotations = typed(nodesIn(collection), `${oa}Annotation`).filter(node => `${oa}hasTarget` in node)
    expect(annotations.length).toBeGreaterThanOrEqual(data.annotations.length)
    expect(under(collection, 'http://www.w3.org/ns/activitystreams#totalItems')).toMatchObject([
      { '@value': annotations.length }
    ])
    for (const node of annotations) {
      const [motivation] = under(node, `${oa}motivatedBy`)
      if (motivation?.['@id'] === `${oa}linking`) continue
      expect(motivation).toEqual({ '@id': `${oa}classifying` })
      const bodies = typed(under(node, `${oa}hasBody`), `${oa}TextualBody`)
      const purposes = bodies.flatMap(body => under(body, `${oa}hasPurpose`).map(purpose => purpose['@id']))
      expect(purposes.length).toBe(bodies.length)
      expect([`${oa}classifying`, `${oa}tagging`, `${oa}commenting`]).toEqual(
        expect.arrayContaining(purposes)
      )
      const targets = typed(under(node, `${oa}hasTarget`), `${oa}SpecificResource`)
      expect(targets.length).toBeGreaterThan(0)
      for (const target of targets) {
        expect(under(target, `${oa}hasSource`)).toEqual([
          { '@id': expect.stringMatching(/^urn:/) as unknown }
        ])
        expect(typed(under(target, `${oa}hasSelector`), `${oa}TextQuoteSelector`)).toHaveLength(1)
        const [position] = typed(under(target, `${oa}hasSelector`), `${oa}TextPositionSelector`)
        const number = { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' }
        expect(under(position, `${oa}start`)).toMatchObject([number])
        expect(under(position, `${oa}end`)).toMatchObject([number])
      }
    }
    const roles = data.annotations.flatMap(row => row.spans).filter(span => span.role !== 'content')
    expect(nodesIn(collection).filter(node => `${own}role` in node)).toHaveLength(roles.length)
  })
})

// Else the tests above would pass whatever we write.
test.each([
  ['a term without a meaning', { motivatoin: 'classifying' }],
  ['a type without a meaning', { type: 'Anotation' }],
  ['another context', { '@context': 'http://example.org/context.jsonld' }]
])('%s is found', async (_, mistake) => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: 'urn:a',
    ...mistake
  }
  await expect(expand(annotation)).rejects.toThrow()
})
