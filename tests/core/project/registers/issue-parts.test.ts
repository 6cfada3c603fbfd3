import { describe, expect, test } from 'vitest'
import type { Issue } from '../../../../src/core/project/entities'
import type { IssueId, ProjectId } from '../../../../src/core/project/ids'
import { deleteIssue } from '../../../../src/core/project/registers/delete-entry'
import { possibleWholes, setWhole } from '../../../../src/core/project/registers/issue-parts'
import { mergeIssues } from '../../../../src/core/project/registers/merge'
import { newIssue } from '../../../../src/core/project/registers/new-entries'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'

/** "b<a": b is part of a. */
function issues(...written: string[]): Issue[] {
  return written.map(text => {
    const [id = '', whole] = text.split('<')
    const row = newIssue(id, 'p' as ProjectId, `${id}?`)
    return whole === undefined ? row : { ...row, partOf: whole as IssueId }
  })
}

function find(rows: readonly Issue[], id: string): Issue {
  const found = rows.find(row => row.id === id)
  if (found === undefined) throw new Error(`No issue ${id}`)
  return found
}

describe('what an issue can become a part of', () => {
  test.each([
    ['c', ['a', 'b<a', 'c'], 'a'],
    ['b', ['a', 'b<a', 'c'], 'a c'],
    // It has a part, so it cannot become one: there is one level.
    ['a', ['a', 'b<a', 'c'], '']
  ])('%s of %j: %s', (id, written, expected) => {
    const rows = issues(...written)
    const wholes = possibleWholes(find(rows, id), rows)
    expect(wholes.map(whole => whole.id).join(' ')).toBe(expected)
  })
})

describe('making an issue a part', () => {
  const rows = issues('a', 'b<a', 'c')

  test('and taking it out again leaves the row as it was', () => {
    const made = setWhole(find(rows, 'c'), 'a' as IssueId, rows)
    if (!made.ok) throw new Error(made.error.message)
    const [change] = made.value.changes
    expect(change?.after).toEqual({ ...find(rows, 'c'), partOf: 'a' })
    const taken = setWhole(change?.after as Issue, null, rows)
    expect(taken.ok && taken.value.changes[0]?.after).toEqual(find(rows, 'c'))
  })

  test.each([
    ['c', 'c'],
    ['a', 'b'],
    ['c', 'b'],
    ['a', 'c'],
    ['c', 'gone']
  ])('%s of %s is refused: a circle or a second level', (part, whole) => {
    const made = setWhole(find(rows, part), whole as IssueId, rows)
    expect(!made.ok && made.error.code).toBe('nested-issue')
  })
})

describe('the parts of an issue that goes', () => {
  const rest = { codebook: builtInCodebook, annotations: [], cases: [] }
  const after = (changes: readonly { after: unknown }[]) =>
    changes
      .flatMap(({ after: row }) => (row === null ? [] : [row as Issue]))
      .map(row => `${row.id}<${row.partOf ?? ''}`)

  test('stand by themselves when it is deleted', () => {
    const rows = issues('a', 'b<a', 'c<a', 'd')
    const { changes } = deleteIssue(find(rows, 'a'), { ...rest, issues: rows }, '')
    expect(after(changes)).toEqual(['b<', 'c<'])
  })

  test.each([
    ['into an issue by itself', 'd', ['d<', 'b<d', 'c<d']],
    ['into one of its own parts, which becomes the whole', 'b', ['b<', 'c<b']],
    ['into a part of another whole', 'e', ['e<d', 'b<d', 'c<d']]
  ])('follow when it is merged %s', (_, kept, expected) => {
    const rows = issues('a', 'b<a', 'c<a', 'd', 'e<d')
    const merge = { kept: find(rows, kept), merged: find(rows, 'a'), now: '', ...rest, issues: rows }
    expect(after(mergeIssues(merge).changes)).toEqual(expected)
  })
})
