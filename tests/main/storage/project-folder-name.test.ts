import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProjectId } from '../../../src/core/project/ids'
import {
  incomingName,
  isIncomingName,
  isProjectFolderName,
  projectFolderName
} from '../../../src/main/storage/project-folder-name'

const own = '0b6c2b1e-6f4e-4f1a-9c55-2f3a6d9c1e77'

test('the ids that the app mints are their folders', () => {
  expect(projectFolderName(own as ProjectId)).toBe(own)
})

test.each([
  '../x',
  '..',
  '.',
  'CON',
  'con',
  'nul.txt',
  'a/b',
  'a\\b',
  '/',
  'LOCK',
  own.toUpperCase(),
  `${own} `,
  '-'.repeat(36),
  'é',
  'e\u0301',
  'x'.repeat(200),
  '~',
  'a:b',
  'a.',
  `incoming-${own}`
])('hostile or odd: %j', id => {
  expect(projectFolderName(id as ProjectId)).toMatch(/^p-[0-9a-f]{32}$/)
})

test('different ids have different folders, also where upper and lower case are one', () => {
  const id = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'A', 'b', '-', '.', '/') })
  fc.assert(
    fc.property(id, id, (a, b) => {
      const [folderA, folderB] = [a, b].map(one => projectFolderName(one as ProjectId).toLowerCase())
      expect(folderA === folderB).toBe(a === b)
    })
  )
})

test('a folder and a half-finished one are told apart by name', () => {
  for (const id of [own, 'CON']) {
    const folder = projectFolderName(id as ProjectId)
    expect([isProjectFolderName(folder), isIncomingName(folder)]).toEqual([true, false])
    expect([isProjectFolderName(incomingName(folder)), isIncomingName(incomingName(folder))]).toEqual([
      false,
      true
    ])
  }
  for (const other of ['incoming-', 'incoming-x', 'set-aside', '.DS_Store']) {
    expect([isProjectFolderName(other), isIncomingName(other)]).toEqual([false, false])
  }
})
