import type { ProjectData } from '../../project/entities'
import { fail, type Result } from '../../result'
import { childrenOf, parseXml, type XmlElement } from '../../xml/parse-xml'
import { element, tag, withoutForbidden, xmlHead, xmlText } from '../../xml/write-xml'
import { entryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { decodeFile } from '../exchange/decode-file'
import { ProjectBuilder } from '../exchange/project-builder'
import type { FormatIssue, OutgoingFile, ReadContext, SourceFile, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { addCas } from './add-cas'
import { casAnnotations, casTypes, metadataType, type CasAnnotation } from './cas-model'

/** A CAS in XMI for each article, and the type system that all of them need. */
export function writeCasXmi(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const names = entryNames(source.head)
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      for (const text of currentTexts(source, issues)) {
        if (withoutForbidden(text.revision.text) !== text.revision.text) {
          const message =
            'The text has control characters that XML cannot carry; spaces stand in their place.'
          issues.push({ place: `articles[${text.position}]`, message })
        }
        const chunks = {
          [Symbol.iterator]: () => documentChunks(text, casAnnotations(text, source.head, names))
        }
        yield { name: `${text.stem}.xmi`, chunks }
      }
      yield { name: 'TypeSystem.xml', chunks: [typeSystem(source)] }
    }
  }
  return { files, issues }
}

function typeSystem({ head }: ProjectSource): string {
  const feature = (name: string, range: string) =>
    `<featureDescription><name>${xmlText(name)}</name><rangeTypeName>${range}</rangeTypeName></featureDescription>`
  const type = (name: string, description: string, superType: string, features: readonly string[]) =>
    `<typeDescription><name>${name}</name><description>${xmlText(description)}</description>` +
    `<supertypeName>${superType}</supertypeName>${element('features', {}, features.join(''))}</typeDescription>\n`
  const types = casTypes(head.codebook).map(row =>
    type(row.name, row.description, 'uima.tcas.Annotation', [
      ...row.features.map(name => feature(name, 'uima.cas.String')),
      ...row.references.map(name => feature(name, 'uima.tcas.Annotation'))
    ])
  )
  types.push(
    type(metadataType, 'About the text', 'uima.tcas.DocumentAnnotation', [
      feature('documentTitle', 'uima.cas.String')
    ])
  )
  const content = element('types', {}, `\n${types.join('')}`)
  return `${xmlHead}${element('typeSystemDescription', { xmlns: 'http://uima.apache.org/resourceSpecifier' }, content)}\n`
}

/** The package of a type as XMI names it: a namespace and its prefix. */
function namespaceOf(type: string): { prefix: string; uri: string; name: string } {
  const dot = type.lastIndexOf('.')
  const folder = type.slice(0, dot).replaceAll('.', '/')
  return {
    prefix: folder.slice(folder.lastIndexOf('/') + 1),
    uri: `http:///${folder}.ecore`,
    name: type.slice(dot + 1)
  }
}

function* documentChunks(
  { revision, article }: CurrentText,
  rows: readonly CasAnnotation[]
): Generator<string> {
  const spaces = new Map(
    [...rows.map(row => row.type), metadataType].map(type => [
      namespaceOf(type).prefix,
      namespaceOf(type).uri
    ])
  )
  const written = (type: string, attributes: Parameters<typeof tag>[1]) => {
    const { prefix, name } = namespaceOf(type)
    return `${tag(`${prefix}:${name}`, attributes)}\n`
  }
  const declared = Object.fromEntries([...spaces].map(([prefix, uri]) => [`xmlns:${prefix}`, uri]))
  const known = { 'xmlns:xmi': 'http://www.omg.org/XMI', 'xmlns:cas': 'http:///uima/cas.ecore' }
  yield `${xmlHead}${tag('xmi:XMI', { ...known, ...declared, 'xmi:version': '2.0' }, false)}\n<cas:NULL xmi:id="0"/>\n`
  for (let at = 0; at < rows.length; at += 250)
    yield rows
      .slice(at, at + 250)
      .map(({ id, type, begin, end, features, references }) =>
        written(type, { 'xmi:id': id, sofa: 1, begin, end, ...features, ...references })
      )
      .join('')
  const about = { language: article.language || 'x-unspecified', documentTitle: article.title }
  const last = rows.length + 2
  yield written(metadataType, { 'xmi:id': last, sofa: 1, begin: 0, end: revision.text.length, ...about })
  const sofa = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text/plain', sofaString: revision.text }
  yield `${tag('cas:Sofa', { 'xmi:id': 1, ...sofa })}\n`
  yield `${tag('cas:View', { sofa: 1, members: [...rows.map(row => row.id), last].join(' ') })}\n</xmi:XMI>\n`
}

export function readCasXmi(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const builder = new ProjectBuilder(context, { title: 'UIMA CAS documents' })
  const documents = files.filter(file => /\.xmi$/i.test(file.name))
  if (documents.length === 0) return fail('no-annotations', 'There is no .xmi file among these files.')
  for (const file of documents) {
    const text = decodeFile(file)
    if (!text.ok) return text
    const root = parseXml(text.value, file.name)
    if (!root.ok) return root
    const [sofa, ...others] = childrenOf(root.value, 'Sofa').filter(
      row => row.attributes['sofaString'] !== undefined
    )
    const sofaString = sofa?.attributes['sofaString']
    const stem = file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.xmi$/i, '')
    if (sofaString === undefined) builder.problem('no-text', 'The CAS has no text', file.name)
    else {
      const annotations = structures(root.value, sofa?.attributes['xmi:id'])
      addCas(builder, { text: sofaString, otherTexts: others.length, annotations }, stem, file.name)
    }
  }
  return builder.build()
}

/** Those that stand on the text of this id. */
function structures(root: XmlElement, sofa: string | undefined): CasAnnotation[] {
  const rows = childrenOf(root).filter(
    ({ attributes }) =>
      attributes['begin'] !== undefined &&
      attributes['end'] !== undefined &&
      (attributes['sofa'] ?? sofa) === sofa
  )
  return rows.map(({ attributes, name, prefix }) => {
    const features: Record<string, string> = {}
    const references: Record<string, number> = {}
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('xmi') || key === 'begin' || key === 'end' || key === 'sofa') continue
      if (key === 'Governor' || key === 'Dependent') references[key] = Number(value)
      else features[key] = value
    }
    const folder = /^http:\/\/\/(.+)\.ecore$/
      .exec(root.attributes[`xmlns:${prefix}`] ?? '')?.[1]
      ?.replaceAll('/', '.')
    const type = folder === undefined ? name : `${folder}.${name}`
    const place = { begin: Number(attributes['begin']), end: Number(attributes['end']) }
    return { id: Number(attributes['xmi:id']), type, ...place, features, references }
  })
}
