import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { relationKind } from '../../../core/annotation/relations'
import type { Annotation, Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { lineColour, textColour } from '../../ui/layer-colour'
import { layOutDiagram, nodeRadius, type Diagram } from './arc-diagram'
import type { Label } from './use-labels'

interface RelationDiagramProps {
  /** In text order. */
  annotations: readonly Annotation[]
  relations: readonly Relation[]
  labels: ReadonlyMap<AnnotationId, Label>
  onGo(id: AnnotationId): void
}

/** More arcs than this are a thicket; the table still has them all. */
const shownArcs = 400

/**
 * The arc diagram: annotations in the order of the text, relations above. Pointing at one leaves its own
 * relations dark and names them below. The table says the same for those who cannot see it.
 */
export function RelationDiagram({ annotations, relations, labels, onGo }: RelationDiagramProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const [hovered, setHovered] = useState<AnnotationId | null>(null)
  const drawn = relations.slice(0, shownArcs)
  const diagram = useMemo(
    () => layOutDiagram(annotations, relations.slice(0, shownArcs), size),
    [annotations, relations, size]
  )
  const words =
    hovered === null
      ? 'Point at an annotation to read its relations; click to go there.'
      : sentence(hovered, drawn, labels)
  return (
    <>
      <div
        className="relations-scroll"
        ref={box}
        tabIndex={0}
        role="region"
        aria-label="Relations as a diagram"
      >
        <svg
          className="relation-diagram"
          role="img"
          aria-label={`${diagram.arcs.length} relations between ${diagram.nodes.length} annotations, in the order of the text. The table lists them.`}
          width={diagram.width}
          height={diagram.height}
          data-hovering={hovered !== null}
        >
          <Arcs diagram={diagram} hovered={hovered} />
          <line x1={8} x2={diagram.width - 8} y1={diagram.baseline} y2={diagram.baseline} />
          {diagram.nodes.map(({ id, x }) => {
            const label = labels.get(id)
            if (label === undefined) return null
            return (
              <g
                key={id}
                className="relation-node"
                data-own={id === hovered}
                transform={`translate(${x} ${diagram.baseline})`}
                onMouseEnter={() => setHovered(id)}
                onMouseLeave={() => setHovered(null)}
                onClick={() => onGo(id)}
              >
                <rect x={-13} y={-14} width={26} height={44} />
                <circle r={nodeRadius} stroke={lineColour(label.layer.colour)} />
                <text y={3.5} fill={textColour(label.layer.colour)}>
                  {label.layer.initial}
                </text>
                <text className="relation-number" y={24}>
                  {label.number}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <p className="relations-words">{words}</p>
    </>
  )
}

function Arcs({ diagram, hovered }: { diagram: Diagram; hovered: AnnotationId | null }) {
  return (
    <>
      {diagram.arcs.map(({ id, from, to, path, arrow }) => (
        <g key={id} className="relation-arc" data-own={from === hovered || to === hovered}>
          <path d={path} />
          {arrow !== '' && <path className="relation-arrow" d={arrow} />}
        </g>
      ))}
    </>
  )
}

/** "P3, Joan Ferris: supports C2 · is disputed by P7". */
function sentence(
  id: AnnotationId,
  relations: readonly Relation[],
  labels: ReadonlyMap<AnnotationId, Label>
): string {
  const label = labels.get(id)
  const own = relations.filter(({ from, to }) => from === id || to === id)
  const said = own.map(({ type, from, to }) => {
    const { verb, inverse } = relationKind(type)
    return from === id
      ? `${verb} ${labels.get(to)?.number ?? ''}`
      : `${inverse} ${labels.get(from)?.number ?? ''}`
  })
  return `${label?.number ?? ''}, ${label?.title ?? ''}: ${said.join(' · ')}`
}

/** The room for the drawing, in pixels; follows the panel. */
function useSize(box: RefObject<HTMLDivElement | null>) {
  const [size, setSize] = useState({ width: 800, height: 160 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const [width, height] = [element.clientWidth, Math.max(110, element.clientHeight)]
      setSize(old => (old.width === width && old.height === height ? old : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return size
}
