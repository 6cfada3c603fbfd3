import { expect, test } from 'vitest'
import { markdownBlocks } from '../../../../src/core/anchoring/markdown-blocks'
import { htmlFormat, markdownFormat } from '../../../../src/core/formats/reading/reading-formats'
import { goldenProject } from '../../../fixtures/golden-project'
import { writeAll } from '../in-memory'

function hostileProject() {
  const project = goldenProject()
  for (const row of project.annotations)
    row.memo = '<script>alert(1)</script> & **bold** [link](javascript:x)'
  return project
}
const written = (format: typeof htmlFormat) =>
  new TextDecoder().decode(writeAll(format, hostileProject()).files[0]?.bytes)

test('the page runs nothing and requests nothing, whatever stands in the project', () => {
  const page = written(htmlFormat)
  expect(page).not.toMatch(/<script|<img|<link|href=|src=(?!')/)
  expect(page).toContain("default-src 'none'")
  expect(page.match(/<section>/g)).toHaveLength(8)
  expect(page).toContain('She said […] court next line agreed')
})

test('places and relations are told', () => {
  const page = written(markdownFormat)
  expect(page).toMatch(/^### Claim, p. 5, ¶3$/m)
  expect(page).toMatch(/^- Disputes: “.+”$/m)
})

test('texts in Markdown stay texts', () => {
  const read = markdownBlocks(written(markdownFormat))
  if (!read.ok) throw new Error(read.error.message)
  expect(read.value.text).toContain('<script>alert(1)</script> & **bold** [link](javascript:x)')
  expect(read.value.blocks.filter(block => block.type === 'quotation')).toHaveLength(8)
})
