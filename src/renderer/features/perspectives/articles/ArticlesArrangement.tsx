import type { ArrangementProps } from '../arrangement-props'

export function ArticlesArrangement({ perspectives }: ArrangementProps) {
  return <p>{perspectives.length}</p>
}
