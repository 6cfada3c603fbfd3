import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFormat, formats } from '../../src/core/formats/registry'
import { arbitraryProject } from '../core/formats/arbitrary-project'
import { readContext, textOf, writeAll, writeContext } from '../core/formats/in-memory'

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

  test.runIf('write' in format)('writes the same twice, to files that have its extension', () => {
    fc.assert(
      fc.property(arbitraryProject, data => {
        const first = format.write!(data, writeContext)
        for (const file of first.files) {
          expect(format.extensions.some(extension => file.name.endsWith(extension))).toBe(true)
          expect(file.name).not.toMatch(/[/\\:*?"<>|]/)
          expect(textOf(file)).toBe(textOf(file))
        }
      }),
      { numRuns: 20 }
    )
  })

  test.runIf('read' in format)('answers a named error to anything that is not its own', () => {
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

  // What a format loses it has to report; one that reports nothing has to give the same project back.
  test.runIf('read' in format && 'write' in format)('gives back what it wrote', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryProject, data => {
        const { files, issues } = writeAll(format, data)
        const read = format.read!(files, readContext())
        if (!read.ok) throw new Error(`${read.error.message} at ${read.error.place}`)
        if (issues.length === 0) expect(read.value.data).toEqual(data)
        const later = { ...writeContext, exportedAt: '2027-01-01T00:00:00.000Z' }
        const again = writeAll(format, read.value.data, later)
        const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
        expect(
          again.files.map(file => decode(file.bytes).replaceAll(later.exportedAt, writeContext.exportedAt))
        ).toEqual(files.map(file => decode(file.bytes)))
      }),
      { numRuns: 100 }
    )
  })
})

// The one format that promises to lose nothing must not hide behind an issue.
test('the dataset carries any project without an issue', () => {
  const dataset = findFormat('dataset')
  fc.assert(
    fc.property(arbitraryProject, data => {
      expect(writeAll(dataset!, data).issues).toEqual([])
    })
  )
})
