import type { Issue } from '../../../core/project/entities'
import type { Study } from '../../../core/project/study'

/** Why there is nothing to show, and what to do about it; null when there is something. */
export function emptyWords(
  study: Study,
  issue: Issue | null,
  inScope: number,
  onIssue: number,
  shown: number
): string | null {
  if (inScope === 0)
    return study.articles.length === 1
      ? 'No perspectives in this article yet. Open it, select what somebody says and press 2.'
      : 'No perspectives in these articles yet. Open one, select what somebody says and press 2, or choose other articles.'
  if (onIssue === 0 && issue !== null)
    return `Silent. Nobody is quoted on “${issue.question}” here. Press I to choose another issue.`
  return shown === 0 ? 'No perspective matches the filter. Press F to change it.' : null
}
