import type { ArticleStatus, ProjectData } from '../../../core/project/entities'

/** What stands beside the choices. */
export interface RowCounts {
  /** Annotations by layer. */
  layers: ReadonlyMap<string, number>
  /** Articles by status; only those that there are. */
  statuses: ReadonlyMap<ArticleStatus, number>
}

export function countRows(data: ProjectData | null): RowCounts {
  const layers = new Map<string, number>()
  const statuses = new Map<ArticleStatus, number>()
  for (const { layer } of data?.annotations ?? []) layers.set(layer, (layers.get(layer) ?? 0) + 1)
  for (const { status } of data?.articles ?? []) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  return { layers, statuses }
}
