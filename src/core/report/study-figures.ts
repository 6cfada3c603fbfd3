import type { Study } from '../project/study'
import type { Figure } from './figure'

/** Every way to show a whole study, with each view's usual choices. Making one costs little until it is drawn. */
const makers: readonly ((study: Study) => readonly Figure[])[] = []

/** The figures of a study, without those that would be empty or are there already. */
export function studyFigures(study: Study, given: readonly Figure[]): readonly Figure[] {
  const known = new Set(given.map(({ id }) => id))
  return makers
    .flatMap(make => make(study))
    .filter(({ id, table }) => !known.has(id) && table.rows.length > 0)
}
