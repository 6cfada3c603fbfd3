import { formatPlace, showText, type Problems } from '../problems'

/** Adds a problem for each id that an earlier row has already, and answers all ids. */
export function checkUniqueIds(
  rows: readonly { id: string }[],
  path: readonly PropertyKey[],
  problems: Problems
): ReadonlySet<string> {
  const ids = new Set<string>()
  rows.forEach(({ id }, index) => {
    if (ids.has(id))
      problems.add(
        'duplicate-id',
        `The id ${showText(id)} is used twice`,
        formatPlace([...path, index, 'id'])
      )
    ids.add(id)
  })
  return ids
}
