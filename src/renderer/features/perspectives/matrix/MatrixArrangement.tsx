import type { ArrangementProps } from '../arrangement-props'

export function MatrixArrangement({ perspectives }: ArrangementProps) {
  return <p>{perspectives.length}</p>
}
