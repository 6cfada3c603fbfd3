import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { Registers } from '../../../core/annotation/describe'
import { readFrom, relationKind, relationsOf } from '../../../core/annotation/relations'
import type { Codebook } from '../../../core/project/codebook'
import type { Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { annotationLabel } from './annotation-label'
import { arrowHead, bracket, cardEdge, layOutArcs, type Arc } from './arc-layout'
import type { MarginPlace } from './margin-layout'
import { RelateHandle } from './RelateHandle'
import './relation-arcs.css'

interface RelationArcsProps {
  editor: RefObject<ArticleEditorHandle | null>
  sheet: HTMLElement | null
  scroll: HTMLElement | null
  places: readonly MarginPlace<AnnotationId>[]
  index: AnnotationIndex
  codebook: Codebook
  registers: Registers
  relations: readonly Relation[]
  focusedId: AnnotationId | null
  onOpen(id: AnnotationId): void
}

/**
 * The relations of the focused annotation, as lines between margin cards. They are for the eye: the inspector
 * lists the same. An end that is not in view becomes a label at the edge, on the side where it lies.
 */
export function RelationArcs(props: RelationArcsProps) {
  const { editor, sheet, scroll, places, index, codebook, registers, relations, focusedId, onOpen } = props
  const own = useMemo(
    () => (focusedId === null ? [] : relationsOf(relations, { id: focusedId })),
    [relations, focusedId]
  )
  const view = useView(scroll, sheet, own.length > 0)
  const focused = places.find(place => place.id === focusedId)
  if (focusedId === null || focused === undefined) return null
  const ends = own.map(relation => {
    const { verb, other } = readFrom(relation, focusedId)
    const annotation = index.get(other)
    const label = annotation === undefined ? null : annotationLabel(annotation, index, codebook, registers)
    return {
      id: relation.id,
      other,
      place: places.find(place => place.id === other),
      startUtf16: annotation?.spans[0]?.startUtf16 ?? null,
      verb,
      name: label === null ? 'another article' : label.number,
      arrow: arrowOf(relation, focusedId)
    }
  })
  const start = index.get(focusedId)?.spans[0]?.startUtf16 ?? 0
  const arcs = layOutArcs(focused, start, ends, view)
  return (
    <div className="relation-arcs" aria-hidden="true">
      <svg width="100%" height="100%">
        {arcs.map(arc => (
          <g key={arc.id}>
            <path d={bracket(arc.fromY, arc.toY, arc.bulge)} />
            {arc.arrow !== 'none' && (
              <path className="relation-arrow" d={arrowHead(arc.arrow === 'other' ? arc.toY : arc.fromY)} />
            )}
          </g>
        ))}
      </svg>
      {arcs.map(arc => (
        <ArcLabel key={arc.id} arc={arc} onOpen={onOpen} />
      ))}
      <RelateHandle
        key={focusedId}
        editor={editor}
        sheet={sheet}
        from={focusedId}
        // Below the place where lines end, so that it covers no arrow.
        at={{ x: cardEdge, y: focused.top + 38 }}
      />
    </div>
  )
}

function arrowOf(relation: Relation, focusedId: AnnotationId): Arc<AnnotationId>['arrow'] {
  if (relationKind(relation.type).isSymmetric) return 'none'
  return relation.from === focusedId ? 'other' : 'focused'
}

function ArcLabel({ arc, onOpen }: { arc: Arc<AnnotationId>; onOpen(id: AnnotationId): void }) {
  const { verb, name, labelTop, side, other } = arc
  if (side === 'in-view') {
    return (
      <span className="relation-label" style={{ top: labelTop }}>
        {arc.isMark ? `${verb} ${name}` : verb}
      </span>
    )
  }
  // The keyboard goes there from the inspector; this is a shorter way for the pointer.
  return (
    <span className="relation-label is-away" style={{ top: labelTop }} onClick={() => onOpen(other)}>
      {side === 'above' ? '↑' : '↓'} {verb} <b>{name}</b>
    </span>
  )
}

/** What of the sheet is on screen, in pixels from its top; followed only while something is drawn. */
function useView(scroll: HTMLElement | null, sheet: HTMLElement | null, isWanted: boolean) {
  const [view, setView] = useState({ top: 0, bottom: Infinity })
  useEffect(() => {
    if (scroll === null || sheet === null || !isWanted) return
    let frame = 0
    const measure = () => {
      frame = 0
      const top = scroll.scrollTop - sheet.offsetTop
      const bottom = top + scroll.clientHeight
      setView(old => (old.top === top && old.bottom === bottom ? old : { top, bottom }))
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(measure)
    }
    schedule()
    scroll.addEventListener('scroll', schedule, { passive: true })
    const resized = new ResizeObserver(schedule)
    resized.observe(scroll)
    return () => {
      scroll.removeEventListener('scroll', schedule)
      resized.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [scroll, sheet, isWanted])
  return view
}
