import { useCallback, useMemo, useState } from 'react'
import { conditionsOf, noFilter, statusesOf, type AnnotationFilter } from '../../../core/annotation/filter'
import type { OpenText } from '../../../core/annotation/open-text'
import { tableColumns, type CellContext, type TableColumn } from '../../../core/annotation/table-columns'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotation, Article, Project } from '../../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import { useAnnotators } from '../../persistence/queries'
import { useRegisters } from '../../persistence/registers'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { AnnotationTable } from './AnnotationTable'
import { BulkBar } from './BulkBar'
import { TableTools } from './TableTools'
import { useTable } from './table-store'
import { useListed } from './use-listed'
import { useTableRows } from './use-table-rows'
import './table.css'

export interface TablePanelProps {
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  /** The article on screen; null in the Library, where the whole project is listed. */
  articleId: ArticleId | null
  openText: OpenText | null
  filter: AnnotationFilter
  onFilter(filter: AnnotationFilter): void
  /** Annotations of the article on screen that have problems; null while none is. */
  problemIds: ReadonlySet<AnnotationId> | null
  now(): string
  reveal(place: { articleId: ArticleId; annotationId: AnnotationId }): void
  undo(): void
}

const none: never[] = []
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The tab "Annotations": what the filter asks for as a table, to be sorted, grouped and edited together. */
export function TablePanel(props: TablePanelProps) {
  const { workspace, project, codebook, articleId, filter, onFilter, reveal } = props
  const table = useTable()
  const isProject = table.scope === 'project' || articleId === null
  const { rows, waiting } = useTableRows({ ...props, projectId: project.id, isProject })
  const cells = useCells(props)
  const all = useMemo(() => tableColumns(codebook.layers), [codebook])
  const shown = useMemo(() => shownColumns(all, codebook, table.columns), [all, codebook, table.columns])
  const problemIds = filter.onlyProblems ? props.problemIds : null
  const hasProblem = useCallback(
    (annotation: Annotation) => {
      if (annotation.articleId === articleId) return problemIds?.has(annotation.id) === true
      // Of other articles only what they leave unset is known without reading their texts.
      return statusesOf(annotation, codebook).includes('incomplete')
    },
    [articleId, problemIds, codebook]
  )
  const listed = useListed({
    rows,
    filter,
    sorting: table.sorting,
    grouping: table.grouping,
    columns: all,
    cells,
    hasProblem
  })
  const [selected, setSelected] = useState<ReadonlySet<AnnotationId>>(new Set())
  const chosen = useMemo(
    () => (listed?.rows ?? none).filter(({ id }) => selected.has(id)),
    [listed, selected]
  )
  const open = useCallback(
    (annotation: Annotation) => reveal({ articleId: annotation.articleId, annotationId: annotation.id }),
    [reveal]
  )
  const conditions = conditionsOf(filter).length
  return (
    <div className="table-panel">
      <TableTools
        canChooseScope={articleId !== null}
        columns={all}
        shown={shown}
        facts={factsFor(listed?.rows.length ?? null, rows.length, chosen.length, waiting)}
      >
        {conditions > 0 && (
          <Button look="quiet" onClick={() => onFilter(noFilter)}>
            Clear filter ({conditions})
          </Button>
        )}
      </TableTools>
      {listed !== null && listed.rows.length > 0 && (
        <AnnotationTable
          listed={listed}
          columns={shown}
          cells={cells}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
        />
      )}
      {listed?.rows.length === 0 && (
        <p className="table-empty">
          {rows.length === 0
            ? 'No annotations yet. Select a passage in the text and press 1, 2 or 3.'
            : 'No annotation matches the filter.'}
        </p>
      )}
      {listed !== null && listed.rows.length > 0 && (
        <BulkBar
          workspace={workspace}
          project={project}
          codebook={codebook}
          listed={listed.rows}
          chosen={chosen}
          now={props.now}
          undo={props.undo}
        />
      )}
    </div>
  )
}

function useCells({ workspace, project, codebook, articles }: TablePanelProps): CellContext {
  const registers = useRegisters(workspace.database, project.id)
  const annotators = useAnnotators(workspace.database, project.id) ?? none
  return useMemo(() => {
    const titles = new Map<string, string>(articles.map(({ id, title }) => [id, title]))
    const names = new Map<string, string>(annotators.map(({ id, name }) => [id, name]))
    return {
      codebook,
      registers,
      articleTitle: id => titles.get(id) ?? id,
      annotatorName: id => names.get(id) ?? id,
      day: instant => day.format(new Date(instant))
    }
  }, [codebook, registers, annotators, articles])
}

/** Until somebody chooses: what an annotation must have, between its words and its state. */
function shownColumns(
  all: readonly TableColumn[],
  codebook: Codebook,
  chosen: readonly string[] | null
): readonly TableColumn[] {
  if (chosen !== null) return all.filter(({ id }) => chosen.includes(id))
  const required = codebook.layers.flatMap(({ attributes }) =>
    attributes.filter(one => one.required === true)
  )
  const wanted = new Set([
    'layer',
    'quote',
    ...required.map(({ id }) => `attribute:${id}`),
    'status',
    'changed'
  ])
  return all.filter(({ id }) => wanted.has(id))
}

function factsFor(listed: number | null, total: number, chosen: number, waiting: number): string {
  const count = (value: number) => value.toLocaleString('en')
  return [
    listed === null
      ? 'Listing…'
      : listed === total
        ? `${count(total)} listed`
        : `${count(listed)} of ${count(total)} listed`,
    chosen === 0 ? '' : `${count(chosen)} selected`,
    waiting === 0 ? '' : `reading ${count(waiting)} more ${waiting === 1 ? 'article' : 'articles'}`
  ]
    .filter(Boolean)
    .join(', ')
}
