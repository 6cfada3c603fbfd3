import fc from 'fast-check'
import type { RowChange } from '../../../src/core/history/change-set'
import type { Actor, Issue } from '../../../src/core/project/entities'

/** What is done to one of four rows: written with this text, or deleted. Reality is rarely wider than that. */
const deed = fc.record({
  table: fc.constantFrom('actors' as const, 'issues' as const),
  id: fc.constantFrom('a', 'b'),
  text: fc.option(fc.constantFrom('one', 'two', 'three'), { nil: null })
})

/** Changes that follow one another: each `before` is what the one before it left. */
export const arbitraryChanges = fc.array(deed, { maxLength: 20 }).map(deeds => {
  const rows = new Map<string, Actor | Issue>()
  return deeds.map(({ table, id, text }): RowChange => {
    const key = `${table} ${id}`
    const before = rows.get(key) ?? null
    const after = text === null ? null : table === 'actors' ? actor(id, text) : issue(id, text)
    if (after === null) rows.delete(key)
    else rows.set(key, after)
    return { table, id, before, after } as RowChange
  })
})

export function actor(id: string, name: string): Actor {
  return {
    id,
    projectId: 'p',
    name,
    kind: 'person',
    aliases: [],
    role: '',
    affiliation: ''
  } as unknown as Actor
}

export function issue(id: string, question: string): Issue {
  return { id, projectId: 'p', question, shortName: '', description: '' } as unknown as Issue
}
