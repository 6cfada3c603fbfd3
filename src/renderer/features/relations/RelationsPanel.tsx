import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { OpenText } from '../../../core/annotation/open-text'
import type { Codebook } from '../../../core/project/codebook'
import type { Project, Relation } from '../../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import { useRelations } from '../../persistence/relations'
import type { Workspace } from '../../persistence/workspace'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { RelationDiagram } from './RelationDiagram'
import { RelationTable } from './RelationTable'
import { useLabels } from './use-labels'
import './relations.css'

interface RelationsPanelProps {
  workspace: Workspace
  project: Project
  codebook: Codebook
  openText: OpenText | null
  reveal(place: { articleId: ArticleId; annotationId: AnnotationId }): void
}

const looks = [
  { id: 'diagram', name: 'Diagram' },
  { id: 'table', name: 'Table' }
] as const
const none: readonly Relation[] = []

/** The tab "Relations": how the annotations of the article on screen hang together, drawn and as a table. */
export function RelationsPanel(props: RelationsPanelProps) {
  const { openText, workspace, project } = props
  const all = useRelations(workspace.database, project.id)
  if (openText === null) return <p className="relations-none">Open an article to see its relations.</p>
  if (all === undefined) return null
  return <ArticleRelations {...props} openText={openText} all={all} />
}

function ArticleRelations(props: RelationsPanelProps & { openText: OpenText; all: readonly Relation[] }) {
  const { openText, all, workspace, project, codebook, reveal } = props
  const { index, article } = openText
  const [look, setLook] = useState<'diagram' | 'table'>('diagram')
  const version = useVersion(index)
  const relations = useMemo(
    () => (version < 0 ? none : all.filter(({ from, to }) => index.get(from) ?? index.get(to))),
    [all, index, version]
  )
  const annotations = useMemo(() => (version < 0 ? [] : index.inOrder()), [index, version])
  const labels = useLabels({ database: workspace.database, project, codebook, annotations, relations })
  const go = useCallback(
    (annotationId: AnnotationId) =>
      reveal({ articleId: labels.get(annotationId)?.articleId ?? article.id, annotationId }),
    [reveal, labels, article.id]
  )
  if (relations.length === 0)
    return (
      <p className="relations-none">
        No relations in this article. Focus an annotation and press <kbd>R</kbd> to relate it to another.
      </p>
    )
  const elsewhere = relations.filter(({ from, to }) => !index.get(from) || !index.get(to)).length
  return (
    <div className="relations-panel">
      <div className="relations-head">
        <SegmentedControl<'diagram' | 'table'>
          label="Show as"
          options={looks}
          value={look}
          onChange={setLook}
        />
        <span>{summary(relations.length, elsewhere)}</span>
      </div>
      {look === 'diagram' ? (
        <RelationDiagram {...{ annotations, relations, labels }} onGo={go} />
      ) : (
        <RelationTable {...{ relations, labels }} onGo={go} />
      )}
    </div>
  )
}

function summary(count: number, elsewhere: number): string {
  const relations = count === 1 ? '1 relation' : `${count} relations`
  if (elsewhere === 0) return relations
  return `${relations}, ${elsewhere} of them to other articles: see the table`
}

function useVersion(index: AnnotationIndex): number {
  return useSyncExternalStore(
    useCallback(listener => index.subscribe(listener), [index]),
    () => index.version
  )
}
