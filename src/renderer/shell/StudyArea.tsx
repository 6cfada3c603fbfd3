import { useMemo, type ReactNode } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { Codebook } from '../../core/project/codebook'
import type { Article, Project } from '../../core/project/entities'
import type { AnnotationId } from '../../core/project/ids'
import { PassagesPane } from '../features/passages/PassagesPane'
import { useRegisters } from '../persistence/registers'
import type { StudyViewProps } from '../persistence/study-view'
import { useReadAhead } from '../persistence/use-read-ahead'
import { useStudy } from '../persistence/use-study'
import type { Workspace } from '../persistence/workspace'
import { announce } from '../ui/LiveRegion'
import { notify } from '../ui/Toast'
import { ledgerView, perspectivesView, saveReportDialog, timelineView } from './later-views'
import { LegalViewTabs } from './LegalViewTabs'
import { ScopePicker } from './ScopePicker'
import { useDeriveAhead } from './use-derive-ahead'
import { useOtherFigures } from './use-other-figures'
import { useSession } from './session-store'
import type { StudyViewId } from './shown-view'
import { StudyLoading } from './StudyLoading'
import './study-area.css'

interface StudyAreaProps {
  /** Which of the views is shown; null for none, while what was read is kept up to date. */
  view: StudyViewId | null
  bridge: Bridge
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  appVersion: string
  newId(): string
  now(): string
  undo(): void
}

/** The views that read the whole study, the passages behind their figures, and the dialog that saves them. */
export function StudyArea(props: StudyAreaProps) {
  const { view, bridge, workspace, project, codebook, articles, appVersion, newId, now, undo } = props
  const { scope, returnedTo, passages, report, areSingleKeysOn } = useSession()
  const { setScope, revealFrom, showPassages, showReport } = useSession.getState()
  const isIdle = useReadAhead(workspace.database, codebook.projectId)
  const live = useStudy({ workspace, codebook, articles, scope, isWanted: view !== null || isIdle })
  const { study } = live
  useDeriveAhead(study)
  const registers = useRegisters(workspace.database, codebook.projectId)
  const articleOf = useMemo(
    () =>
      new Map(
        (study?.articles ?? []).flatMap(({ article, annotations }) =>
          annotations.map(({ id }) => [id, article.id] as const)
        )
      ),
    [study]
  )
  const others = useOtherFigures(study, report)
  if (view === null) return null
  if (study === null) return <StudyLoading {...live} />

  const reveal = (annotationId: AnnotationId) => {
    const articleId = articleOf.get(annotationId)
    if (articleId !== undefined) revealFrom(view, { articleId, annotationId })
  }
  const scopePicker = <ScopePicker articles={articles} scope={scope} onChange={setScope} />
  const shared: StudyViewProps = {
    study,
    workspace,
    scopePicker,
    returnedTo,
    areSingleKeysOn,
    newId,
    now,
    announce,
    notify,
    undo,
    onReveal: reveal,
    onShowPassages: showPassages,
    onSave: showReport
  }
  return (
    <div className="view study-area">
      {shownView(view, shared)}
      {passages !== null && (
        <PassagesPane
          study={study}
          registers={registers}
          passages={passages}
          returnedTo={returnedTo}
          announce={announce}
          onReveal={reveal}
          onClose={() => showPassages(null)}
        />
      )}
      {report !== null && (
        <saveReportDialog.Component
          bridge={bridge}
          study={study}
          registers={registers}
          figures={report}
          others={others}
          appVersion={appVersion}
          projectTitle={project.title}
          now={now}
          onSaved={path =>
            notify(`Saved as ${path.split(/[\\/]/u).at(-1) ?? path}.`, {
              label: 'Show file',
              run: () => void bridge.request('shell:show-file', path)
            })
          }
          onClose={() => showReport(null)}
        />
      )}
    </div>
  )
}

function shownView(view: StudyViewId, shared: StudyViewProps): ReactNode {
  switch (view) {
    case 'perspectives':
      return <perspectivesView.Component {...shared} />
    case 'timeline':
      return <timelineView.Component {...shared} tabs={<LegalViewTabs shown="timeline" />} />
    case 'ledger':
      return <ledgerView.Component {...shared} tabs={<LegalViewTabs shown="ledger" />} />
  }
}
