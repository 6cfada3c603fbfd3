import { MoreHorizontal, ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { AnnotationIndex } from '../../../../core/annotation/annotation-index'
import { missingRequired } from '../../../../core/annotation/completeness'
import { contentSpans, type TextRange } from '../../../../core/annotation/spans'
import { findLayer, shownLayers, type Codebook, type Layer } from '../../../../core/project/codebook'
import type { Annotation, Relation } from '../../../../core/project/entities'
import type { AnnotationId } from '../../../../core/project/ids'
import { CommandKeyCaps } from '../../../commands/CommandKeys'
import { IconButton } from '../../../ui/IconButton'
import { LayerMark } from '../../../ui/LayerMark'
import { lineColour } from '../../../ui/layer-colour'
import { Menu } from '../../../ui/Menu'
import type { AnnotateActions } from '../annotate-actions'
import { useAnnotateStore } from '../annotate-store'
import { annotationMenuItems } from '../annotation-menu'
import type { ProjectRegisters } from '../use-registers'
import { numberInLayer } from '../annotation-label'
import type { RelationActions } from '../relation-actions'
import type { ArticlePlace } from '../use-arrival'
import { AnnotationHistory } from './AnnotationHistory'
import { AttributeField } from './AttributeField'
import { Parts } from './Parts'
import { Relations } from './Relations'
import { PlacementNotice } from './PlacementNotice'
import { MemoField } from './TextFields'
import type { FieldContext } from './register-rows'
import './inspector.css'

interface InspectorProps {
  index: AnnotationIndex
  /** Grows with each change of the index. */
  version: number
  codebook: Codebook
  registers: ProjectRegisters
  context: FieldContext
  actions: AnnotateActions
  /** Of the project. */
  relations: readonly Relation[]
  relationActions: RelationActions
  onReveal(place: ArticlePlace): void
  /** Sets an annotation back to what it was. */
  onRestore(wanted: Annotation): void
  onGoTo(id: AnnotationId): void
  /** The keyboard goes back to the text. */
  onLeave(): void
  /** Shows a passage and puts the caret at its start. */
  onGoToRange(range: TextRange): void
}

/** Every attribute of the focused annotation, with controls that save as they are used. */
export function Inspector(props: InspectorProps) {
  const focusedId = useAnnotateStore(state => state.focusedId)
  const annotation = focusedId === null ? undefined : props.index.get(focusedId)
  const layer = annotation === undefined ? undefined : findLayer(props.codebook, annotation.layer)
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    props.onLeave()
  }
  return (
    <div className="inspector" data-pane="inspector" onKeyDown={leaveByEscape}>
      {annotation === undefined || layer === undefined ? (
        <NothingFocused index={props.index} codebook={props.codebook} />
      ) : (
        <Focused key={annotation.id} {...props} annotation={annotation} layer={layer} />
      )}
    </div>
  )
}

function NothingFocused({ index, codebook }: { index: AnnotationIndex; codebook: Codebook }) {
  const counts = index.countByLayer()
  return (
    <div className="inspector-empty">
      <p>
        Select a passage, or press <CommandKeyCaps command="annotate.next" /> for the first annotation.
      </p>
      <ul>
        {shownLayers(codebook, counts).map(layer => (
          <li key={layer.id}>
            <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
            {layer.pluralName}
            <b>{counts.get(layer.id) ?? 0}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FocusedProps = InspectorProps & { annotation: Annotation; layer: Layer }

function Focused(props: FocusedProps) {
  const { annotation, layer, context, actions, registers } = props
  const missing = new Set(missingRequired(annotation, layer).map(attribute => attribute.id))
  const isOffered = (attribute: Layer['attributes'][number]) =>
    attribute.retired !== true || annotation.attributes[attribute.id] !== undefined
  const isShown = (attribute: Layer['attributes'][number]) =>
    attribute.secondary !== true || annotation.attributes[attribute.id] !== undefined
  const field = (attribute: Layer['attributes'][number]) => (
    <AttributeField
      key={attribute.id}
      attribute={attribute}
      annotation={annotation}
      isMissing={missing.has(attribute.id)}
      registers={registers}
      context={context}
      onChange={(value, alongside) => actions.setAttribute(annotation.id, attribute, value, alongside)}
    />
  )
  const folded = layer.attributes.filter(attribute => isOffered(attribute) && !isShown(attribute))
  return (
    <>
      <Header {...props} />
      <div className="inspector-scroll">
        <PlacementNotice annotation={annotation} onConfirm={() => actions.confirmPlacement(annotation.id)} />
        <Quote annotation={annotation} layer={layer} />
        <Parts
          annotation={annotation}
          layer={layer}
          onGoTo={props.onGoToRange}
          onRemove={spanIndex => actions.removeSpan(annotation.id, spanIndex)}
        />
        {layer.attributes.filter(attribute => isOffered(attribute) && isShown(attribute)).map(field)}
        <div className="field">
          <label className="field-label" htmlFor="field-memo">
            Memo
            <CommandKeyCaps command="annotate.memo" />
          </label>
          <MemoField memo={annotation.memo} onChange={memo => actions.setMemo(annotation.id, memo)} />
        </div>
        {folded.length > 0 && (
          <details className="more-fields">
            <summary>More: {folded.map(attribute => attribute.name.toLowerCase()).join(', ')}</summary>
            {folded.map(field)}
          </details>
        )}
        <Relations
          annotation={annotation}
          index={props.index}
          codebook={props.codebook}
          registers={registers}
          database={context.database}
          relations={props.relations}
          actions={props.relationActions}
          onGoTo={other =>
            other.articleId === annotation.articleId
              ? props.onGoTo(other.id)
              : props.onReveal({ articleId: other.articleId, annotationId: other.id })
          }
        />
        <AnnotationHistory
          annotation={annotation}
          codebook={props.codebook}
          registers={registers}
          database={context.database}
          onRestore={props.onRestore}
        />
      </div>
    </>
  )
}

function Header({ annotation, layer, index, codebook, actions, onGoTo, version }: FocusedProps) {
  const number = useMemo(
    () => (version >= 0 ? numberInLayer(index, annotation) : 0),
    [index, version, annotation]
  )
  const previous = index.previous(annotation.id)
  const next = index.next(annotation.id)
  const more = useRef<HTMLButtonElement>(null)
  const items = annotationMenuItems(annotation, codebook, actions)
  return (
    <div className="inspector-head">
      <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
      <h2>{layer.name}</h2>
      <span className="inspector-number">
        {layer.initial}
        {number}
      </span>
      <span className="grow" />
      <IconButton
        label="Previous annotation"
        icon={ChevronUp}
        disabled={previous === undefined}
        onClick={() => previous !== undefined && onGoTo(previous.id)}
      />
      <IconButton
        label="Next annotation"
        icon={ChevronDown}
        disabled={next === undefined}
        onClick={() => next !== undefined && onGoTo(next.id)}
      />
      <Menu label="More actions" items={items}>
        {open => <IconButton ref={more} label="More actions" icon={MoreHorizontal} onClick={open} />}
      </Menu>
    </div>
  )
}

function Quote({ annotation, layer }: { annotation: Annotation; layer: Layer }) {
  const pieces = contentSpans(annotation)
  return (
    <blockquote
      className="inspector-quote"
      data-line={layer.lineStyle}
      style={{ borderColor: lineColour(layer.colour) }}
      tabIndex={0}
    >
      {pieces.map((piece, i) => (
        <span key={piece.startUtf16}>
          {i > 0 && <span className="quiet"> […] </span>}
          {piece.quote}
        </span>
      ))}
    </blockquote>
  )
}
