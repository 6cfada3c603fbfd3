import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readZip } from '../../../../src/core/archive/read-zip'
import { refiCodebookFormat, refiProjectFormat } from '../../../../src/core/formats/refi/refi-format'
import type { ProjectData } from '../../../../src/core/project/entities'
import { goldenProject } from '../../../fixtures/golden-project'
import { sampleProject } from '../../../fixtures/sample-project'
import { arbitraryProject } from '../arbitrary-project'
import { writeAll } from '../in-memory'
import { hasXmllint, xmllintComplaints } from '../xmllint'

const schemas = join(import.meta.dirname, '../../../fixtures/refi')

function complaints(data: ProjectData): string {
  const archive = readZip(writeAll(refiProjectFormat, data).files[0]!.bytes, 'a.qdpx')
  if (!archive.ok) throw new Error(archive.error.message)
  const qde = archive.value.find(({ name }) => name === 'project.qde')
  const [qdc] = writeAll(refiCodebookFormat, data).files
  return (
    xmllintComplaints(qde?.bytes ?? '', join(schemas, 'project.xsd')) +
    xmllintComplaints(qdc?.bytes ?? '', join(schemas, 'codebook.xsd'))
  )
}

const bare = (data: ProjectData): ProjectData => ({ ...data, annotations: [], relations: [] })
const nothing = (data: ProjectData): ProjectData => ({ ...bare(data), articles: [], revisions: [] })

describe('projects and codebooks are valid by the schemas of REFI-QDA: xmllint has to be installed', () => {
  test.skipIf(!hasXmllint).each([
    ['the golden project', goldenProject()],
    ['the sample', sampleProject()],
    // Lists of the standard have at least one entry, so that an empty one has to be left out.
    ['a project without annotations', bare(goldenProject())],
    ['a project without articles', nothing(goldenProject())],
    ['a project that nobody tagged', { ...nothing(goldenProject()), annotators: [] }]
  ])('%s', (_, data) => {
    expect(complaints(data)).toBe('')
  })

  test.skipIf(!hasXmllint)('whatever a project holds', () => {
    fc.assert(
      fc.property(arbitraryProject, data => {
        expect(complaints(data)).toBe('')
      }),
      { numRuns: 15 }
    )
  })
})

// A schema that allows everything would find nothing above.
test.skipIf(!hasXmllint).each([
  ['no name', '<Project xmlns="urn:QDA-XML:project:1.0"/>'],
  ['an empty list', '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Notes/></Project>'],
  [
    'another order',
    '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Description/><Users><User guid="00000000-0000-0000-0000-000000000000"/></Users></Project>'
  ],
  [
    'a GUID of too few digits',
    '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Users><User guid="0000-00"/></Users></Project>'
  ],
  ['a time in words', '<Project xmlns="urn:QDA-XML:project:1.0" name="P" creationDateTime="yesterday"/>'],
  [
    'a reference to nothing',
    '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Links><Link guid="00000000-0000-0000-0000-000000000000" originGUID="00000000-0000-0000-0000-000000000001"/></Links></Project>'
  ]
])('the schema refuses %s: xmllint has to be installed', (_, document) => {
  expect(xmllintComplaints(document, join(schemas, 'project.xsd'))).toMatch(/^3:.*fails to validate/s)
})
