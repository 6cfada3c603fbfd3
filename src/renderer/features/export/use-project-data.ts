import { useEffect, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import { sourceInSteps, type ProjectSource } from '../../../core/formats/project-source'
import type { ProjectData } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import { ok, type Result } from '../../../core/result'
import { runInSlices } from '../../ui/in-slices'
import { dataForExport } from '../../persistence/data-for-export'
import type { Workspace } from '../../persistence/workspace'

interface Loaded {
  data: ProjectData
  source: ProjectSource
}

/** What is to be exported, read once all is saved; nothing while the article, or all of them, are being read. */
export function useProjectData(
  bridge: Bridge,
  workspace: Workspace,
  projectId: ProjectId,
  articleId: ArticleId | null
) {
  const [loaded, setLoaded] = useState<{ articleId: ArticleId | null; read: Result<Loaded> } | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    void workspace
      .whenIdle()
      .then(() =>
        dataForExport(
          { database: workspace.database, bridge },
          projectId,
          articleId === null ? undefined : [articleId]
        )
      )
      .then(async read => {
        if (!read.ok) return read
        const made = await runInSlices(sourceInSteps(read.value), abort.signal)
        return made === null ? null : ok({ data: read.value, source: made.value })
      })
      .then(read => {
        if (read !== null && !abort.signal.aborted) setLoaded({ articleId, read })
      })
    return () => abort.abort()
  }, [bridge, workspace, projectId, articleId])
  // What was read for another choice of articles must not be saved under this one.
  const read = loaded?.articleId === articleId ? loaded.read : undefined
  return [read?.ok === true ? read.value : null, read?.ok === false ? read.error : null] as const
}
