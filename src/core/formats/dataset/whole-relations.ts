import type { Relation } from '../../project/entities'
import type { FormatIssue } from '../format'
import type { ProjectSource } from '../project-source'

export interface RelationChecker {
  /** An annotation went by. */
  note(annotationId: string): void
  /** Whether all that the relation names went by; reported when not. */
  isWhole(row: Relation, index: number): boolean
}

/** A link with a missing end says nothing; it must not keep the rest from being exported. */
export function relationChecker(source: ProjectSource, issues: FormatIssue[]): RelationChecker {
  // Far fewer than there are annotations: the ids of a million would fill the memory.
  const ends = new Map<string, boolean>()
  for (const { from, to } of source.relations()) ends.set(from, false).set(to, false)
  const annotators = new Set<string>(source.head.annotators.map(row => row.id))
  return {
    note(id) {
      if (ends.has(id)) ends.set(id, true)
    },
    isWhole(row, index) {
      const isWhole =
        ends.get(row.from) === true && ends.get(row.to) === true && annotators.has(row.annotatorId)
      if (!isWhole) {
        const message = `The relation ${row.id} links something that is not in this project; it is left out.`
        issues.push({ place: `relations[${index}]`, message })
      }
      return isWhole
    }
  }
}
