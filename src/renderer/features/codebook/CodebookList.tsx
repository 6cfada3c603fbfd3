import { Plus } from 'lucide-react'
import { type CodebookUsage } from '../../../core/codebook/usage'
import type { Place } from '../../../core/codebook/place'
import type { Codebook, Layer } from '../../../core/project/codebook'
import { Button } from '../../ui/Button'
import { LayerMark } from '../../ui/LayerMark'

interface CodebookListProps {
  codebook: Codebook
  usage: CodebookUsage | null
  selected: Place
  onSelect(place: Place): void
  onAddLayer(): void
  onAddAttribute(layer: Layer): void
}

/** The layers, and the attributes of the one that is selected. */
export function CodebookList(props: CodebookListProps) {
  const { codebook, usage, selected, onSelect, onAddLayer, onAddAttribute } = props
  return (
    <nav className="codebook-list" data-pane="articles" aria-label="Layers and attributes">
      <ul>
        {codebook.layers.map(layer => {
          const isOpen = layer.id === selected.layer
          return (
            <li key={layer.id}>
              <button
                type="button"
                className="codebook-layer"
                aria-current={isOpen && selected.attribute === undefined ? 'true' : undefined}
                aria-expanded={isOpen}
                data-retired={layer.retired}
                onClick={() => onSelect({ layer: layer.id })}
              >
                <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
                <span>{layer.name}</span>
                {layer.retired === true && <em>retired</em>}
                <b>{usage?.of({ layer: layer.id }) ?? ''}</b>
              </button>
              {isOpen && (
                <ul>
                  {layer.attributes.map(attribute => (
                    <li key={attribute.id}>
                      <button
                        type="button"
                        aria-current={attribute.id === selected.attribute ? 'true' : undefined}
                        data-retired={attribute.retired}
                        onClick={() => onSelect({ layer: layer.id, attribute: attribute.id })}
                      >
                        <span>{attribute.name}</span>
                        {attribute.required === true && attribute.retired !== true && (
                          <i aria-label="required" title="Required">
                            *
                          </i>
                        )}
                        {attribute.retired === true && <em>retired</em>}
                        <b>{usage?.of({ layer: layer.id, attribute: attribute.id }) ?? ''}</b>
                      </button>
                    </li>
                  ))}
                  <li>
                    <button type="button" className="codebook-add" onClick={() => onAddAttribute(layer)}>
                      <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
                      Add attribute
                    </button>
                  </li>
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      <Button look="quiet" onClick={onAddLayer}>
        <Plus size={15} strokeWidth={1.75} aria-hidden="true" />
        Add layer
      </Button>
    </nav>
  )
}
