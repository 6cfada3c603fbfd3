import { useEffect, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { ProjectData } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import type { Result } from '../../../core/result'
import { dataForExport } from '../../persistence/data-for-export'
import type { Workspace } from '../../persistence/workspace'

/** What is to be exported, read once all is saved; nothing while the article, or all of them, are being read. */
export function useProjectData(
  bridge: Bridge,
  workspace: Workspace,
  projectId: ProjectId,
  articleId: ArticleId | null
) {
  const [loaded, setLoaded] = useState<{ articleId: ArticleId | null; read: Result<ProjectData> } | null>(
    null
  )
  useEffect(() => {
    let isCurrent = true
    void workspace
      .whenIdle()
      .then(() =>
        dataForExport(
          { database: workspace.database, bridge },
          projectId,
          articleId === null ? undefined : [articleId]
        )
      )
      .then(read => {
        if (isCurrent) setLoaded({ articleId, read })
      })
    return () => {
      isCurrent = false
    }
  }, [bridge, workspace, projectId, articleId])
  // What was read for another choice of articles must not be saved under this one.
  const read = loaded?.articleId === articleId ? loaded.read : undefined
  return [read?.ok === true ? read.value : null, read?.ok === false ? read.error : null] as const
}
