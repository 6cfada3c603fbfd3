import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

interface Manifest {
  license: string
  dependencies: Record<string, string>
}

// What goes into the app goes to other people, and its licences ask to be named.
test('every bundled package stands in the list of licences, with its own', () => {
  const { dependencies } = JSON.parse(read('package.json')) as Manifest
  const rows = read('resources/licences.md').split('\n')
  const plain = (licence: string) => licence.toLowerCase().replace(/[^a-z0-9]/g, '')
  for (const name of Object.keys(dependencies)) {
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as Manifest
    const listed = rows.find(row => row.includes(`\`${name}\``))?.split('|')[2] ?? `${name} is not listed`
    const expected = license === 'OFL-1.1' ? 'SIL Open Font License 1.1' : license
    expect(plain(listed), name).toBe(plain(expected))
  }
})
