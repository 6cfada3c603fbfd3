import { memo, useEffect, useState, type CSSProperties, type KeyboardEvent, type RefObject } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import { accessibleName, describeAnnotation, type Registers } from '../../../core/annotation/describe'
import { contentSpans } from '../../../core/annotation/spans'
import { findLayer, type Codebook, type Layer } from '../../../core/project/codebook'
import type { Annotation, Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { CommandKeyCaps } from '../../commands/CommandKeys'
import { LayerMark } from '../../ui/LayerMark'
import { useAnnotateStore } from './annotate-store'
import { layOutMargin, type MarginPlace } from './margin-layout'
import { StanceGlyph } from './StanceGlyph'
import { RelationArcs } from './RelationArcs'
import { positionInOrder } from './position-in-order'
import './margin-cards.css'

interface MarginCardsProps {
  editor: RefObject<ArticleEditorHandle | null>
  /** The positioned element the cards' tops count from. */
  sheet: HTMLElement | null
  index: AnnotationIndex
  /** Grows whenever geometry or annotations changed. */
  layoutVersion: number
  codebook: Codebook
  registers: Registers
  /** Annotations that are drawn faintly; null when none are. */
  isDimmed: ((annotation: Annotation) => boolean) | null
  /** Of the project. */
  relations: readonly Relation[]
  /** What scrolls the sheet. */
  scroll: HTMLElement | null
  onKeyDown(event: KeyboardEvent): void
  onOpen(id: AnnotationId): void
}

const cardHeight = 26
const focusedCardHeight = 52
/** Blocks beyond the visible ones that get cards, so that scrolling shows them ready. */
const overscan = 6

/**
 * The listbox "Annotations": cards beside their spans, made only for the blocks near the viewport, and the
 * focused option with its neighbours wherever they are.
 */
export const MarginCards = memo(function MarginCards(props: MarginCardsProps) {
  const { editor, sheet, scroll, index, codebook, registers, relations, isDimmed, onKeyDown, onOpen } = props
  const focusedId = useAnnotateStore(state => state.focusedId)
  const places = usePlaces(props, focusedId)
  const order = index.inOrder()
  const rows = [...places, ...offScreen(index, focusedId, places)].flatMap(place => {
    const annotation = index.get(place.id)
    const layer = annotation === undefined ? undefined : findLayer(codebook, annotation.layer)
    if (annotation === undefined || layer === undefined) return []
    return [{ place, annotation, layer, position: positionInOrder(order, annotation) + 1 }]
  })
  const hasFocused = rows.some(({ place }) => place.id === focusedId)
  return (
    <>
      <ul
        className="margin-cards"
        role="listbox"
        aria-label="Annotations"
        tabIndex={0}
        aria-activedescendant={hasFocused ? cardId(focusedId) : undefined}
        onKeyDown={onKeyDown}
      >
        {rows
          .sort((a, b) => a.position - b.position)
          .map(row => (
            <Card
              key={row.place.id}
              {...row}
              registers={registers}
              isFocused={row.place.id === focusedId}
              isDimmed={isDimmed?.(row.annotation) === true}
              total={index.size}
              onOpen={onOpen}
            />
          ))}
      </ul>
      <RelationArcs
        editor={editor}
        sheet={sheet}
        scroll={scroll}
        places={places}
        index={index}
        codebook={codebook}
        registers={registers}
        relations={relations}
        focusedId={focusedId}
        onOpen={onOpen}
      />
    </>
  )
})

/** An option without a place beside the text: assistive technology reads it all the same. */
interface OffScreen {
  id: AnnotationId
  kind: 'off-screen'
}

function offScreen(
  index: AnnotationIndex,
  focusedId: AnnotationId | null,
  places: readonly MarginPlace<AnnotationId>[]
): OffScreen[] {
  if (focusedId === null) return []
  const wanted = [index.previous(focusedId), index.get(focusedId), index.next(focusedId)]
  return wanted.flatMap(annotation => {
    const id = annotation?.id
    return id === undefined || places.some(place => place.id === id) ? [] : [{ id, kind: 'off-screen' }]
  })
}

function cardId(id: AnnotationId | null): string {
  return `card-${id ?? ''}`
}

interface CardProps {
  place: MarginPlace<AnnotationId> | OffScreen
  annotation: Annotation
  layer: Layer
  registers: Registers
  isFocused: boolean
  isDimmed: boolean
  position: number
  total: number
  onOpen(id: AnnotationId): void
}

const Card = memo(function Card(props: CardProps) {
  const { place, annotation, layer, registers, isFocused, isDimmed, position, total, onOpen } = props
  const hover = useAnnotateStore(state => state.hover)
  const isHovered = useAnnotateStore(state => state.hoveredId === place.id)
  const description = describeAnnotation(annotation, layer, registers)
  const name = accessibleName(description, layer)
  const pieces = contentSpans(annotation).length
  const kind = place.kind === 'off-screen' ? 'visually-hidden' : `margin-card ${place.kind}`
  const className = [
    kind,
    isFocused ? 'is-focused' : '',
    isHovered ? 'is-hovered' : '',
    isDimmed ? 'is-dimmed' : ''
  ]
  return (
    <li
      id={cardId(place.id)}
      className={className.filter(Boolean).join(' ')}
      role="option"
      aria-label={name}
      aria-selected={isFocused}
      aria-description={isDimmed ? 'Outside the filter' : undefined}
      aria-posinset={position}
      aria-setsize={total}
      title={place.kind === 'mark' ? name : undefined}
      style={styleOf(place)}
      onClick={() => onOpen(place.id)}
      onMouseEnter={() => hover(place.id)}
      onMouseLeave={() => hover(null)}
    >
      <span className="margin-card-line">
        <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
        {place.kind === 'card' && (
          <>
            {description.stance !== undefined && <StanceGlyph stance={description.stance} />}
            <b>{description.title}</b>
            {description.detail !== '' && <i>{description.detail}</i>}
          </>
        )}
      </span>
      {isFocused && place.kind === 'card' && (
        <span className="margin-card-more">
          {/* Its layer's mark stands above: narrow margins have no room for its name beside the count. */}
          <span>{pieces === 1 ? layer.name : `${pieces} passages`}</span>
          <CommandKeyCaps command="annotate.inspect" />
        </span>
      )}
    </li>
  )
})

function styleOf(place: CardProps['place']): CSSProperties {
  switch (place.kind) {
    case 'card':
      return { top: place.top }
    case 'mark':
      return { top: place.top, right: 4 + place.slot * 20 }
    case 'off-screen':
      return {}
  }
}

/** Measures where spans lie and lays the cards out, after each change of geometry, annotations or focus. */
function usePlaces(
  { editor, sheet, index, layoutVersion, isDimmed }: MarginCardsProps,
  focusedId: AnnotationId | null
): MarginPlace<AnnotationId>[] {
  const [places, setPlaces] = useState<MarginPlace<AnnotationId>[]>([])
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const handle = editor.current
      if (handle === null || sheet === null) return
      const origin = sheet.getBoundingClientRect().top
      const { first, last } = handle.visibleBlocks()
      const near = index.inBlocks(Math.max(0, first - overscan), last + overscan)
      const cards = matchingFirst(near, isDimmed).flatMap(annotation => {
        const span = contentSpans(annotation)[0]
        const rect =
          span === undefined ? undefined : handle.rectsOf(firstLetter(span.startUtf16, span.quote))[0]
        if (rect === undefined) return []
        const isFocused = annotation.id === focusedId
        return [
          {
            id: annotation.id,
            wantedTop: Math.round(rect.top - origin - (isFocused ? 3 : 1)),
            height: isFocused ? focusedCardHeight : cardHeight,
            isFocused
          }
        ]
      })
      setPlaces(old => keepEqualPlaces(old, layOutMargin(cards)))
    })
    return () => cancelAnimationFrame(frame)
  }, [editor, sheet, index, layoutVersion, isDimmed, focusedId])
  return places
}

/** Where a line is crowded, those asked for keep their cards. */
function matchingFirst(
  annotations: readonly Annotation[],
  isDimmed: MarginCardsProps['isDimmed']
): readonly Annotation[] {
  if (isDimmed === null) return annotations
  return [...annotations.filter(one => !isDimmed(one)), ...annotations.filter(isDimmed)]
}

/** Places that did not change stay the same objects, so that only cards that moved are rendered. */
function keepEqualPlaces(
  old: MarginPlace<AnnotationId>[],
  next: MarginPlace<AnnotationId>[]
): MarginPlace<AnnotationId>[] {
  const byId = new Map(old.map(place => [place.id, place]))
  const kept = next.map(place => {
    const before = byId.get(place.id)
    return before !== undefined && isSamePlace(before, place) ? before : place
  })
  return kept.length === old.length && kept.every((place, i) => place === old[i]) ? old : kept
}

function isSamePlace(a: MarginPlace<AnnotationId>, b: MarginPlace<AnnotationId>): boolean {
  if (a.top !== b.top) return false
  return a.kind === 'mark' ? b.kind === 'mark' && a.on === b.on && a.slot === b.slot : b.kind === 'card'
}

/** The first code point of a quote: enough to know its line, and cheap to measure. */
function firstLetter(startUtf16: number, quote: string) {
  return { startUtf16, endUtf16: startUtf16 + ((quote.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) }
}
