import { fail, ok, type Failure, type Result } from '../result'
import { changeSetSchema, rowSchemas, type ChangeSet, type RowChange } from './change-set'

const headSchema = changeSetSchema.omit({ changes: true })

/**
 * Refuses (`invalid-change`) a change set that must not be stored: rows that break their schema, that belong
 * to another project, or whose id is not the one the change names. `before` is left to the comparison with
 * what is stored.
 */
export function checkChangeSet(changeSet: ChangeSet): Result<null> {
  const { changes, ...head } = changeSet
  const parsed = headSchema.safeParse(head)
  if (!parsed.success) return refusal(firstIssue(parsed.error), 'change set')
  const seen = new Set<string>()
  for (const change of changes) {
    const place = `${change.table}/${change.id}`
    if (seen.has(place)) return refusal('One action changes the same row twice.', place)
    seen.add(place)
    const problem = rowProblem(change, changeSet.projectId)
    if (problem !== undefined)
      return refusal(problem.message, problem.path === '' ? place : `${place}/${problem.path}`)
  }
  return ok(null)
}

function rowProblem(change: RowChange, projectId: string): { message: string; path: string } | undefined {
  for (const row of [change.before, change.after]) {
    if (row === null) continue
    if (row.id !== change.id) return { message: 'The row has another id than its change.', path: 'id' }
    const owner = 'projectId' in row ? row.projectId : row.id
    if (owner !== projectId) return { message: 'The row belongs to another project.', path: 'projectId' }
  }
  if (change.after === null) return undefined
  const parsed = rowSchemas[change.table].safeParse(change.after)
  if (parsed.success) return undefined
  return { message: firstIssue(parsed.error), path: parsed.error.issues[0]?.path.join('/') ?? '' }
}

function firstIssue(error: { issues: readonly { message: string }[] }): string {
  return error.issues[0]?.message ?? 'Not as expected.'
}

function refusal(message: string, place: string): { ok: false; error: Failure } {
  return fail('invalid-change', `This change cannot be saved: ${message}`, place)
}
