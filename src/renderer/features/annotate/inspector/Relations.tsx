import { MoreHorizontal } from 'lucide-react'
import { useMemo } from 'react'
import type { AnnotationIndex } from '../../../../core/annotation/annotation-index'
import { shorten } from '../../../../core/annotation/describe'
import {
  offeredKinds,
  readFrom,
  relationKind,
  relationsOf,
  type RelationKind
} from '../../../../core/annotation/relations'
import { quoteOf } from '../../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../../core/project/codebook'
import type { Annotation, Relation } from '../../../../core/project/entities'
import type { CounterpointDatabase } from '../../../persistence/database'
import { useAnnotationsById } from '../../../persistence/relations'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { LayerMark } from '../../../ui/LayerMark'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { annotationLabel } from '../annotation-label'
import { useRelate } from '../relate-store'
import type { RelationActions } from '../relation-actions'
import type { ProjectRegisters } from '../use-registers'
import './relations.css'

interface RelationsProps {
  annotation: Annotation
  index: AnnotationIndex
  codebook: Codebook
  registers: ProjectRegisters
  database: CounterpointDatabase
  /** Of the project. */
  relations: readonly Relation[]
  actions: RelationActions
  /** Shows the annotation at the other end, in whichever article it is. */
  onGoTo(annotation: Annotation): void
}

/** How the focused annotation is related to others: the list "Relations". */
export function Relations(props: RelationsProps) {
  const { annotation, index, database, relations } = props
  const own = useMemo(() => {
    const startOf = (relation: Relation) =>
      index.get(readFrom(relation, annotation.id).other)?.spans[0]?.startUtf16 ?? Infinity
    // In the order of the text; those that lead to another article come last.
    return relationsOf(relations, annotation).sort((a, b) => startOf(a) - startOf(b))
  }, [relations, annotation, index])
  const elsewhere = own
    .map(relation => readFrom(relation, annotation.id).other)
    .filter(id => index.get(id) === undefined)
  const others = useAnnotationsById(database, annotation.projectId, elsewhere)
  return (
    <div className="field relations">
      <div className="field-label">
        <span aria-hidden="true">Relations</span>
        <kbd aria-hidden="true">R</kbd>
      </div>
      {own.length > 0 && (
        <ul aria-label="Relations">
          {own.map(relation => {
            const { other } = readFrom(relation, annotation.id)
            return (
              <RelationRow
                key={relation.id}
                {...props}
                relation={relation}
                other={index.get(other) ?? others?.get(other)}
              />
            )
          })}
        </ul>
      )}
      <Button look="quiet" onClick={() => useRelate.getState().start(annotation.id)}>
        Relate to another annotation
      </Button>
    </div>
  )
}

interface RowProps extends RelationsProps {
  relation: Relation
  /** Undefined while it is read, and when there is none. */
  other: Annotation | undefined
}

function RelationRow({ relation, annotation, other, index, codebook, registers, actions, onGoTo }: RowProps) {
  const { verb } = readFrom(relation, annotation.id)
  const isHere = other !== undefined && index.get(other.id) !== undefined
  const label = isHere ? annotationLabel(other, index, codebook, registers) : null
  const layer = other === undefined ? undefined : findLayer(codebook, other.layer)
  const quote = other === undefined ? 'No such annotation' : shorten(quoteOf(other), 80)
  return (
    <li>
      <span className="relations-verb">{verb}</span>
      <Menu label={`Change relation ${verb}`} items={menuItems(relation, annotation, other, actions)}>
        {open => <IconButton label={`Change relation: ${verb}`} icon={MoreHorizontal} onClick={open} />}
      </Menu>
      <button
        type="button"
        className="relations-other"
        disabled={other === undefined}
        aria-label={`${verb} ${label?.number ?? ''} ${quote}`}
        onClick={() => other !== undefined && onGoTo(other)}
      >
        {layer !== undefined && (
          <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
        )}
        <b>{label?.number ?? (other === undefined ? '' : 'In another article')}</b>
        <span>{quote}</span>
      </button>
    </li>
  )
}

function menuItems(
  relation: Relation,
  annotation: Annotation,
  other: Annotation | undefined,
  actions: RelationActions
): MenuItem[] {
  const isFrom = relation.from === annotation.id
  const layers = [annotation.layer, other?.layer ?? annotation.layer] as const
  const { kinds } = isFrom ? offeredKinds(...layers) : offeredKinds(layers[1], layers[0])
  const read = (kind: RelationKind) => (isFrom ? kind.verb : kind.inverse)
  const current = relationKind(relation.type)
  return [
    ...kinds
      .filter(kind => kind !== current)
      .map(kind => ({
        id: kind.type,
        label: `Change to “${read(kind)}”`,
        run: () => void actions.retype(relation, kind.type)
      })),
    ...(current.isSymmetric
      ? []
      : [
          {
            id: 'reverse',
            label: `Reverse: “${isFrom ? current.inverse : current.verb}”`,
            run: () => void actions.reverse(relation)
          }
        ]),
    { id: 'remove', label: 'Remove relation', run: () => void actions.remove(relation) }
  ]
}
