import { z } from 'zod'
import type { ProjectData } from '../../project/entities'
import { fail, type Result } from '../../result'
import { addShapeProblems } from '../dataset/explain-shape'
import { entryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { decodeFile } from '../exchange/decode-file'
import { ProjectBuilder } from '../exchange/project-builder'
import type { FormatIssue, OutgoingFile, ReadContext, SourceFile, Writing } from '../format'
import { parseJson } from '../parse-json'
import { Problems } from '../problems'
import type { ProjectSource } from '../project-source'
import { addCas } from './add-cas'
import { casAnnotations, casTypes, metadataType, type CasAnnotation } from './cas-model'

/** A CAS in JSON for each article, after the UIMA JSON CAS specification, version 0.4. */
export function writeCasJson(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const names = entryNames(source.head)
  const types = JSON.stringify(typesJson(source), null, 1)
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      for (const text of currentTexts(source, issues)) {
        const chunks = {
          [Symbol.iterator]: () => documentChunks(text, types, casAnnotations(text, source.head, names))
        }
        yield { name: `${text.stem}.cas.json`, chunks }
      }
    }
  }
  return { files, issues }
}

function typesJson({ head }: ProjectSource): object {
  const own = casTypes(head.codebook).map(({ name, features, references }) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': 'uima.tcas.Annotation',
      ...Object.fromEntries(features.map(id => [id, { '%NAME': id, '%RANGE': 'uima.cas.String' }])),
      ...Object.fromEntries(references.map(id => [id, { '%NAME': id, '%RANGE': 'uima.tcas.Annotation' }]))
    }
  ])
  const metadata = {
    '%NAME': metadataType,
    '%SUPER_TYPE': 'uima.tcas.DocumentAnnotation',
    documentTitle: { '%NAME': 'documentTitle', '%RANGE': 'uima.cas.String' }
  }
  return { ...(Object.fromEntries(own) as object), [metadataType]: metadata }
}

function* documentChunks(
  text: CurrentText,
  types: string,
  rows: readonly CasAnnotation[]
): Generator<string> {
  const { revision, article } = text
  const sofa = {
    ...{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text/plain' },
    sofaString: revision.text
  }
  const metadata = {
    ...{ '%ID': rows.length + 2, '%TYPE': metadataType, '@sofa': 1, begin: 0, end: revision.text.length },
    ...{ language: article.language || 'x-unspecified', documentTitle: article.title }
  }
  yield `{"%TYPES": ${types},\n"%FEATURE_STRUCTURES": [\n${JSON.stringify(sofa)},\n`
  for (let at = 0; at < rows.length; at += 250)
    yield rows
      .slice(at, at + 250)
      .map(row => `${JSON.stringify(toStructure(row))},\n`)
      .join('')
  const members = [...rows.map(row => row.id), metadata['%ID']]
  yield `${JSON.stringify(metadata)}\n],\n"%VIEWS": ${JSON.stringify({ _InitialView: { '%SOFA': 1, '%MEMBERS': members } })}}\n`
}

function toStructure({ id, type, begin, end, features, references }: CasAnnotation): object {
  return {
    ...{ '%ID': id, '%TYPE': type, '@sofa': 1, begin, end },
    ...features,
    ...Object.fromEntries(Object.entries(references).map(([name, target]) => [`@${name}`, target]))
  }
}

const structureSchema = z.looseObject({ '%ID': z.number().int(), '%TYPE': z.string() })
const casSchema = z.looseObject({ '%FEATURE_STRUCTURES': z.array(structureSchema) })

export function readCasJson(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const builder = new ProjectBuilder(context, { title: 'UIMA CAS documents' })
  const documents = files.filter(file => /\.json$/i.test(file.name))
  if (documents.length === 0) return fail('no-annotations', 'There is no CAS in JSON among these files.')
  for (const file of documents) {
    const text = decodeFile(file)
    if (!text.ok) return text
    const json = parseJson(text.value)
    if (!json.ok) return json
    const parsed = casSchema.safeParse(json.value, { reportInput: true })
    if (!parsed.success) {
      const problems = new Problems()
      addShapeProblems(problems, parsed.error.issues)
      return { ok: false, error: problems.toFailure() ?? { code: 'wrong-shape', message: 'This is no CAS.' } }
    }
    const structures = parsed.data['%FEATURE_STRUCTURES']
    const [sofa, ...others] = structures.filter(
      row => row['%TYPE'] === 'uima.cas.Sofa' && typeof row['sofaString'] === 'string'
    )
    const own = structures.filter(row => (row['@sofa'] ?? sofa?.['%ID']) === sofa?.['%ID'])
    const stem = file.name.slice(file.name.lastIndexOf('/') + 1).replace(/(?:\.cas)?\.json$/i, '')
    if (typeof sofa?.['sofaString'] !== 'string') builder.problem('no-text', 'The CAS has no text', file.name)
    else
      addCas(
        builder,
        {
          text: sofa['sofaString'],
          otherTexts: others.length,
          annotations: own.flatMap(fromStructure)
        },
        stem,
        file.name
      )
  }
  return builder.build()
}

function fromStructure(row: z.infer<typeof structureSchema>): CasAnnotation[] {
  const { begin, end } = row
  if (typeof begin !== 'number' || typeof end !== 'number') return []
  const features: Record<string, string> = {}
  const references: Record<string, number> = {}
  for (const [key, value] of Object.entries(row)) {
    if (key.startsWith('%') || key === 'begin' || key === 'end' || key === '@sofa') continue
    if (key.startsWith('@') && typeof value === 'number') references[key.slice(1)] = value
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      features[key] = String(value)
  }
  return [{ id: row['%ID'], type: row['%TYPE'], begin, end, features, references }]
}
