import { relationKind } from '../../../core/annotation/relations'
import type { Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { LayerMark } from '../../ui/LayerMark'
import type { Label } from './use-labels'

interface RelationTableProps {
  relations: readonly Relation[]
  labels: ReadonlyMap<AnnotationId, Label>
  onGo(id: AnnotationId): void
}

/** More rows than this are a matter for an export. */
const shownRows = 500

/** The table "Relations": one row each, as a sentence. */
export function RelationTable({ relations, labels, onGo }: RelationTableProps) {
  const more = relations.length - shownRows
  return (
    <div className="relations-scroll" tabIndex={0} role="region" aria-label="Relations as a table">
      <table className="relation-table" aria-label="Relations">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Relation</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {relations.slice(0, shownRows).map(({ id, from, type, to }) => (
            <tr key={id}>
              <td>
                <End id={from} label={labels.get(from)} onGo={onGo} />
              </td>
              <td>{relationKind(type).verb}</td>
              <td>
                <End id={to} label={labels.get(to)} onGo={onGo} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="relations-none">{`and ${more} more`}</p>}
    </div>
  )
}

function End({
  id,
  label,
  onGo
}: {
  id: AnnotationId
  label: Label | undefined
  onGo(id: AnnotationId): void
}) {
  if (label === undefined) return <span className="quiet">No such annotation</span>
  const { layer, number, title } = label
  return (
    <button type="button" onClick={() => onGo(id)}>
      <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
      <b>{number}</b>
      <span>{title}</span>
    </button>
  )
}
