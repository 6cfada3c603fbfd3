import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainExport } from '../../src/core/export/export-options'
import { prepareExport } from '../../src/core/export/prepare-export'
import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import { withoutNotes } from '../../src/core/formats/exchange/without-notes'
import type { Format } from '../../src/core/formats/format'
import { sourceOf } from '../../src/core/formats/project-source'
import { findFormat, formats } from '../../src/core/formats/registry'
import type { ProjectData } from '../../src/core/project/entities'
import { arbitraryProject } from '../core/formats/arbitrary-project'
import { bytesOf, readContext, writeAll, writeContext } from '../core/formats/in-memory'
import { goldenProject } from '../fixtures/golden-project'
import { forgetAll } from './forget'
import { portraitOf } from './portrait'

test('the registry is not empty and every id finds its format', () => {
  expect(formats.length).toBeGreaterThan(0)
  expect(new Set(formats.map(format => format.id)).size).toBe(formats.length)
  for (const format of formats) expect(findFormat(format.id)).toBe(format)
  expect(findFormat('no-such-format')).toBeUndefined()
})

describe.each(formats.map(format => [format.id, format] as const))('%s', (_, format) => {
  test('says what it is and does something', () => {
    expect(format.name).not.toBe('')
    expect(format.description).not.toBe('')
    expect(format.extensions.every(extension => extension.startsWith('.'))).toBe(true)
    expect('read' in format || 'write' in format).toBe(true)
  })

  if (format.write !== undefined)
    test('writes the same twice, to files with plain names', () => {
      fc.assert(
        fc.property(arbitraryProject, data => {
          const { files } = format.write!(sourceOf(data), writeContext)
          const [first, ...others] = files
          expect(format.extensions.some(extension => first?.name.endsWith(extension) === true)).toBe(true)
          for (const file of [first!, ...others]) {
            expect(file.name).toMatch(/^(?![/.])(?!.*[.][.])(?!.*\/\/)[^\\:*?"<>|\p{Cc}]+$/u)
            expect(bytesOf(file)).toEqual(bytesOf(file))
          }
          expect(new Set([...files].map(file => file.name)).size).toBe([...files].length)
        }),
        { numRuns: 5 }
      )
    })

  if (format.read !== undefined)
    test('answers a named error to anything that is not its own', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
          const result = format.read!([{ name: `file${format.extensions[0]}`, bytes }], readContext())
          expect(result.ok ? 'read' : result.error.code).toMatch(/^[a-z0-9-]+$/)
          expect(result.ok).toBe(false)
        })
      )
      const none = format.read!([], readContext())
      expect(none.ok).toBe(false)
    })

  if (format.read !== undefined && format.write !== undefined)
    test('knows what it wrote', () => {
      const { files } = writeAll(format, goldenProject())
      expect(format.recognises?.(files)).toBe(true)
      for (const other of formats)
        if (other !== format && other.recognises?.(files) === true)
          throw new Error(`${other.id} claims it, too`)
    })

  // As it is saved in the window: an archive that people may unpack, pass on and bring in again.
  if (format.write !== undefined)
    test('is what is left when the notes of an export are set aside', () => {
      const options = { ...plainExport, addsNotes: true }
      const prepared = prepareExport(sourceOf(goldenProject()), format, options, writeContext)
      if (!prepared.ok) throw new Error(prepared.error.message)
      const files = [...prepared.value.files].map(file => ({ name: file.name, bytes: bytesOf(file) }))
      expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['methods.md', 'losses.json']))
      expect(withoutNotes(files)).toEqual(writeAll(format, goldenProject()).files)
    })

  // What a format loses is declared; everything else has to come back.
  if (format.read !== undefined && format.write !== undefined)
    test('gives back what it wrote, up to the losses it declares', { timeout: 60_000 }, () => {
      expectSameAgain(format, goldenProject())
      fc.assert(
        fc.property(arbitraryProject, data => expectSameAgain(format, data)),
        { numRuns: 40 }
      )
    })
})

function expectSameAgain(format: Format, data: ProjectData): void {
  const { files } = writeAll(format, data)
  const read = format.read!(files, readContext())
  if (!read.ok) throw new Error(`${read.error.message} at ${read.error.place}`)
  for (const { spans, articleId, revision } of read.value.data.annotations) {
    const text = read.value.data.revisions.find(
      row => row.articleId === articleId && row.number === revision
    )?.text
    for (const { startUtf16, endUtf16, quote } of spans) expect(text?.slice(startUtf16, endUtf16)).toBe(quote)
  }
  const seen = (project: ProjectData) => portraitOf(forgetAll(project, format.losses), format.losses)
  expect(seen(read.value.data)).toEqual(seen(data))
}

test('the dataset is the same to the last byte when it is written again', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryProject, data => {
      const { files, issues } = writeAll(datasetFormat, data)
      const read = datasetFormat.read!(files, readContext())
      if (!read.ok) throw new Error(`${read.error.message} at ${read.error.place}`)
      if (issues.length === 0) expect(read.value.data).toEqual(data)
      const later = { ...writeContext, exportedAt: '2027-01-01T00:00:00.000Z' }
      const again = writeAll(datasetFormat, read.value.data, later)
      const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
      expect(
        again.files.map(file => decode(file.bytes).replaceAll(later.exportedAt, writeContext.exportedAt))
      ).toEqual(files.map(file => decode(file.bytes)))
    }),
    { numRuns: 100 }
  )
})

// The one format that promises to lose nothing must not hide behind an issue.
test('the dataset carries any project without an issue', () => {
  fc.assert(
    fc.property(arbitraryProject, data => {
      expect(writeAll(datasetFormat, data).issues).toEqual([])
    })
  )
})
