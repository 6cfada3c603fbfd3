import { Check, Minus } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Format } from '../../../core/formats/format'
import type { Loss } from '../../../core/formats/losses'

interface FormatListProps {
  formats: readonly Format[]
  chosen: Format | undefined
  onChoose(format: Format): void
}

/** Every format that can be written, each with what it is for and what of an annotation it loses. */
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
              {losesAnnotations(format) ? (
                <Minus size={12} aria-hidden="true" />
              ) : (
                <Check size={12} aria-hidden="true" />
              )}
              <i>{lossesInShort(format)}</i>
            </em>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What one compares formats by: losses of what was annotated. The rest stands in sentences beside the preview. */
const short: Partial<Record<Loss, string>> = {
  text: 'texts',
  annotations: 'annotations',
  attributes: 'attributes',
  memo: 'memos',
  confidence: 'certainty',
  annotators: 'annotators',
  parts: 'parts',
  gaps: 'gaps in passages',
  overlaps: 'overlaps',
  'token-borders': 'borders inside words',
  relations: 'relations'
}

function lossesInShort({ losses }: Format): string {
  if (losses.length === 0) return 'Nothing is lost'
  const telling = losses.flatMap(loss => short[loss] ?? [])
  return telling.length === 0 ? 'Annotations are carried whole' : `Left out: ${telling.join(', ')}`
}

function losesAnnotations({ losses }: Format): boolean {
  return losses.some(loss => short[loss] !== undefined)
}
