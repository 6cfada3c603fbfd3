import type { ArrangementProps } from '../arrangement-props'

export function ColumnsArrangement({ perspectives }: ArrangementProps) {
  return <p>{perspectives.length}</p>
}
