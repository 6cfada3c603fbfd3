import { Copy, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { citePassage } from '../../../core/annotation/cite-passage'
import type { Registers } from '../../../core/annotation/describe'
import type { AnnotationId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'
import type { ShownPassages } from '../../persistence/study-view'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { PassageItem } from './PassageItem'
import type { Passage } from './passage'
import './passages.css'

interface PassagesPaneProps {
  study: Study
  registers: Registers
  passages: ShownPassages
  /** The passage whose text one comes back from, whether it was opened here or elsewhere in the view. */
  returnedTo: AnnotationId | null
  announce(text: string): void
  onReveal(id: AnnotationId): void
  onClose(): void
}

const shownAtOnce = 200

/** The passages behind a figure, in story order: arrows move, Enter opens the text, Escape closes. */
export function PassagesPane(props: PassagesPaneProps) {
  const { study, registers, passages, announce, onReveal, onClose } = props
  const found = useMemo(() => passagesIn(study, passages.ids), [study, passages.ids])
  const [most, setMost] = useState(shownAtOnce)
  const list = useRef<HTMLUListElement>(null)
  const back = useRef(props.returnedTo)
  useEffect(() => {
    const before = document.activeElement
    const id = back.current
    back.current = null
    const at = id === null ? 0 : found.findIndex(row => row.annotation.id === id)
    list.current?.querySelectorAll<HTMLElement>('li > button')[at]?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
    // Only when other passages are shown: what is shown of them may change while one reads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [passages])
  const copy = () => {
    const text = found.map(({ of, annotation }) => citePassage(of, annotation)).join('\n\n')
    void navigator.clipboard.writeText(text).then(
      () => announce(`${countOf(found.length)} copied`),
      () => announce('The passages could not be copied')
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (!moveFocus(list.current, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <aside className="passages" aria-label="Passages" data-pane="inspector" onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2>{passages.title}</h2>
          <p>{countOf(found.length)}</p>
        </div>
        <IconButton label="Copy all passages with their sources" icon={Copy} onClick={copy} />
        <IconButton label="Close passages" icon={X} onClick={onClose} />
      </header>
      {found.length === 0 && <p className="passages-none">No passage in the articles in view.</p>}
      <ul ref={list}>
        {found.slice(0, most).map(passage => (
          <PassageItem
            key={passage.annotation.id}
            passage={passage}
            codebook={study.codebook}
            registers={registers}
            onOpen={() => onReveal(passage.annotation.id)}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button look="quiet" onClick={() => setMost(most + shownAtOnce)}>
          Show {Math.min(shownAtOnce, found.length - most)} more of {found.length.toLocaleString('en')}
        </Button>
      )}
    </aside>
  )
}

function passagesIn(study: Study, ids: readonly AnnotationId[]): readonly Passage[] {
  const wanted = new Set(ids)
  return study.articles.flatMap(of =>
    of.annotations.filter(({ id }) => wanted.has(id)).map(annotation => ({ of, annotation }))
  )
}

/** Whether the key moved the keyboard to another passage. */
function moveFocus(list: HTMLElement | null, key: string): boolean {
  const buttons = [...(list?.querySelectorAll<HTMLElement>('li > button') ?? [])]
  const at = buttons.findIndex(button => button === document.activeElement)
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, buttons.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: buttons.length - 1
  }
  const target = targets[key]
  if (target === undefined || at === -1) return false
  buttons[target]?.focus()
  return true
}

function countOf(count: number): string {
  return count === 1 ? '1 passage' : `${count.toLocaleString('en')} passages`
}
