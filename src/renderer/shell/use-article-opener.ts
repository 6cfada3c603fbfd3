import { useCallback } from 'react'
import type { ArticleId } from '../../core/project/ids'
import type { Restoring } from '../persistence/restoring'
import { notify } from '../ui/Toast'
import { useSession } from './session-store'

/** Opens articles, but not those whose annotations are still being restored. */
export function useArticleOpener(restoring: Restoring): (id: ArticleId | null) => void {
  return useCallback(
    id => {
      const { projectId, articleId, openArticle } = useSession.getState()
      const isWaiting = projectId !== null && restoring.snapshot().waiting.includes(projectId)
      if (isWaiting && id !== null && id !== articleId) {
        return notify('This article is still being restored. It will be ready in a moment.')
      }
      openArticle(id)
    },
    [restoring]
  )
}
