import { useCallback, useMemo } from 'react'
import { filterInWords } from '../../../../core/perspective/counts-in-words'
import { perspectiveMatrix, transposeMatrix } from '../../../../core/perspective/matrix'
import type { MatrixCell } from '../../../../core/perspective/matrix-line'
import { matrixFigure } from '../../../../core/perspective/matrix-figure'
import { sides, sideSigns } from '../../../../core/perspective/sides'
import { SideGlyph } from '../SideGlyph'
import { TableView } from '../../../ui/TableView'
import type { ArrangementProps } from '../arrangement-props'
import { usePerspectivesStore } from '../perspectives-store'
import { useOfferedFigures } from '../use-offered-figures'
import { MatrixGrid } from './MatrixGrid'
import { MatrixTools } from './MatrixTools'
import { useMatrixStore } from './matrix-store'
import './matrix.css'

/** Actors against issues: who takes which side on what, how often, and who is silent. */
export function MatrixArrangement(props: ArrangementProps) {
  const { study, perspectives, issue, ofAll, returnedTo, announce, onShowPassages } = props
  const filter = usePerspectivesStore(state => state.filter)
  const { order, measure, isGrouped, hasSilent, isTransposed, isTable, set } = useMatrixStore()
  const upright = useMemo(
    () => perspectiveMatrix(study, perspectives, { issue, order, isGrouped, hasSilent }),
    [study, perspectives, issue, order, isGrouped, hasSilent]
  )
  const matrix = useMemo(() => (isTransposed ? transposeMatrix(upright) : upright), [upright, isTransposed])
  const make = useCallback(
    () =>
      matrixFigure(study, perspectives, matrix, {
        issue,
        order,
        measure,
        ofAll,
        filter: filterInWords(study, filter)
      }),
    [study, perspectives, matrix, issue, order, measure, ofAll, filter]
  )
  useOfferedFigures(
    props.offerFigures,
    'matrix',
    useCallback(() => [make()], [make])
  )
  const open = useCallback(
    (cell: MatrixCell, title: string) => {
      if (cell.perspectives.length === 0) announce(`${title}, silent`)
      else onShowPassages({ title, ids: cell.perspectives.map(({ annotation }) => annotation.id) })
    },
    [announce, onShowPassages]
  )
  const transpose = useCallback(() => {
    set({ isTransposed: !isTransposed })
    announce(isTransposed ? 'Rows are actors' : 'Rows are issues')
  }, [isTransposed, set, announce])
  return (
    <div className="matrix">
      <MatrixTools />
      {isTable ? (
        <MatrixTable make={make} />
      ) : (
        <MatrixGrid
          study={study}
          matrix={matrix}
          measure={measure}
          returnedTo={returnedTo}
          onOpen={open}
          onTranspose={transpose}
        />
      )}
      <MatrixLegend />
    </div>
  )
}

function MatrixTable({ make }: { make(): ReturnType<typeof matrixFigure> }) {
  const { title, table } = useMemo(() => make(), [make])
  return (
    <div className="matrix-table">
      <TableView caption={title} columns={table.columns} rows={table.rows} />
    </div>
  )
}

function MatrixLegend() {
  return (
    <p className="matrix-legend" aria-label="Legend">
      {sides.map(side => (
        <span key={side}>
          <SideGlyph shape={sideSigns[side].shape} size={10} />
          {sideSigns[side].name}
        </span>
      ))}
      <span>
        <i className="matrix-silent">silent</i>
        In scope and never quoted on this issue
      </span>
      <span className="matrix-keys" aria-hidden="true">
        <kbd>←</kbd>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <kbd>→</kbd> move <kbd>↵</kbd> open <kbd>T</kbd> transpose
      </span>
    </p>
  )
}
