import { expect, test } from 'vitest'
import { fileNameFor } from '../../../src/core/formats/file-name'

test.each([
  ['Backpage, 2024', 'backpage-2024'],
  ['  Große Fälle: Łódź & Café ', 'große-falle-łodz-cafe'],
  ['日本の記事', '日本の記事'],
  // Marks of other scripts carry vowels: without them the words are others.
  ['हिन्दी', 'हिन्दी'],
  ['../../etc/passwd', 'etc-passwd'],
  ['///', 'project'],
  // Windows opens a device for this name, whatever follows the dot.
  ['CON', 'project-con'],
  ['x'.repeat(500), 'x'.repeat(80)]
])('%s', (title, name) => {
  expect(fileNameFor(title)).toBe(name)
})
