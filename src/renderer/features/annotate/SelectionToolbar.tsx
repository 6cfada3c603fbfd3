import { GripVertical, Link2 } from 'lucide-react'
import { useContext, useLayoutEffect, useRef, useState, type DragEvent } from 'react'
import { contentRole, roleName } from '../../../core/annotation/parts'
import type { Codebook, Layer } from '../../../core/project/codebook'
import { layerKeys } from '../../commands/codebook-keys'
import { keyCaps } from '../../commands/keymap'
import { CommandContext } from '../../commands/use-commands'
import { LayerMark } from '../../ui/LayerMark'
import type { Anchor } from './annotate-store'
import { PartKey } from './PartKey'

interface SelectionToolbarProps {
  codebook: Codebook
  /** The layers to tag with. */
  layers: readonly Layer[]
  /** The layer of the focused annotation, which the selection can be added to. */
  focusedLayer: Layer | undefined
  anchor: Anchor
  /** The area the toolbar must stay inside, in client pixels. */
  bounds: DOMRect
  onTag(layer: Layer): void
  /** The selection becomes one more span of the focused annotation. */
  onAddSpan(role: string): void
  /** The selection is being dragged by the toolbar's handle. */
  onDrag(event: DragEvent): void
}

/** The toolbar "Tag selection": below the end of the selection, or above where there is no room. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { codebook, layers, focusedLayer, anchor, bounds, onTag, onAddSpan, onDrag } = props
  const { bindings } = useContext(CommandContext)
  const keys = layerKeys(codebook, chord => bindings.commandFor(chord, 'text') !== undefined)
  const toolbar = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 400, height: 36 })
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = toolbar.current ?? {}
    setSize(old => (old.width === width && old.height === height ? old : { width, height }))
  }, [layers, focusedLayer])
  const below = anchor.bottom + 6
  const top = below + size.height > bounds.bottom ? anchor.top - size.height - 6 : below
  const left = Math.max(bounds.left + 8, Math.min(anchor.x - 150, bounds.right - size.width - 8))
  return (
    <div
      ref={toolbar}
      className="selection-toolbar"
      role="toolbar"
      aria-label="Tag selection"
      style={{ top, left, maxWidth: bounds.width - 16 }}
      // Keeps the text selected and the keyboard in the article.
      onMouseDown={event => !isHandle(event.target) && event.preventDefault()}
    >
      <div className="selection-toolbar-row">
        <span className="selection-handle" draggable title={dragHint} onDragStart={onDrag} aria-hidden="true">
          <GripVertical size={14} strokeWidth={1.75} />
        </span>
        {layers.map(layer => (
          <button key={layer.id} type="button" onClick={() => onTag(layer)}>
            <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
            {layer.name}
            {keys.has(layer.id) && <kbd aria-hidden="true">{keyCaps(keys.get(layer.id) ?? '')}</kbd>}
          </button>
        ))}
      </div>
      {focusedLayer !== undefined && <PartButtons layer={focusedLayer} onAddSpan={onAddSpan} />}
    </div>
  )
}

const dragHint = 'Drag onto an annotation to add this passage to it'

/** Dragging begins with the press that keeps the selection elsewhere in the toolbar. */
function isHandle(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[draggable]') !== null
}

/** What the selection can become of the focused annotation: a further passage, or one of its layer's parts. */
function PartButtons({ layer, onAddSpan }: { layer: Layer; onAddSpan(role: string): void }) {
  const add = 'Add to focused annotation'
  return (
    <div className="selection-toolbar-row" role="group" aria-label="Focused annotation">
      <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
      {layer.spanRoles.includes(contentRole) && (
        <button type="button" aria-label={add} title={add} onClick={() => onAddSpan(contentRole)}>
          <Link2 size={15} strokeWidth={1.75} aria-hidden="true" />
          <PartKey role={contentRole} />
        </button>
      )}
      {layer.spanRoles
        .filter(role => role !== contentRole)
        .map(role => (
          <button
            key={role}
            type="button"
            aria-label={`Mark as ${roleName(role).toLowerCase()}`}
            onClick={() => onAddSpan(role)}
          >
            {roleName(role)}
            <PartKey role={role} />
          </button>
        ))}
    </div>
  )
}
