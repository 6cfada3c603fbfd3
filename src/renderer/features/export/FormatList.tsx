import { Check, Minus } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Format } from '../../../core/formats/format'
import { describeLosses } from '../../../core/formats/losses'

interface FormatListProps {
  formats: readonly Format[]
  chosen: Format | undefined
  onChoose(format: Format): void
}

/** Every format that can be written, each with what it is for and the beginning of what it loses. */
export function FormatList({ formats, chosen, onChoose }: FormatListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    const at = formats.findIndex(format => format === chosen)
    const last = formats.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last
    }
    const next = formats[targets[event.key] ?? -1]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next)
  }
  return (
    <div className="export-list">
      <p className="export-label" aria-hidden="true">
        Format
      </p>
      <ul
        ref={list}
        className="export-formats"
        role="listbox"
        aria-label="Export format"
        tabIndex={0}
        aria-activedescendant={chosen === undefined ? undefined : `format-${chosen.id}`}
        onKeyDown={onKeyDown}
      >
        {formats.map(format => (
          <li
            key={format.id}
            id={`format-${format.id}`}
            role="option"
            aria-selected={format === chosen}
            onClick={() => onChoose(format)}
          >
            <b>{format.name}</b>
            <span>{format.description}</span>
            <em>
              {format.losses.length === 0 ? (
                <Check size={12} aria-hidden="true" />
              ) : (
                <Minus size={12} aria-hidden="true" />
              )}
              <i>{lossesInShort(format)}</i>
            </em>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The sentences stand beside the preview; here it is enough to compare formats by. */
function lossesInShort({ losses }: Format): string {
  if (losses.length === 0) return 'Nothing is lost'
  const [first = ''] = describeLosses(losses)
  const beginning = first.charAt(0).toLowerCase() + first.slice(1)
  return losses.length === 1 ? `Without ${beginning}` : `Without ${losses.length} things: ${beginning}, …`
}
