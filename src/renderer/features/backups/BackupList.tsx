import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { Backup } from '../../../contract/storage'
import { countInWords, howLongAgo, sizeInWords, timeInWords } from './backup-words'

interface BackupListProps {
  backups: readonly Backup[]
  /** Name of the chosen one. */
  chosen: string | undefined
  now: string
  onChoose(name: string): void
  /** Enter, or a double click. */
  onOpen(backup: Backup): void
}

/** The backups in the order they come in: arrows choose, Enter opens. */
export function BackupList({ backups, chosen, now, onChoose, onOpen }: BackupListProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  // The list comes after the dialog has opened and given the keyboard to a button.
  useEffect(() => list.current?.focus(), [])
  const at = backups.findIndex(backup => backup.name === chosen)
  const onKeyDown = (event: KeyboardEvent) => {
    const last = backups.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last
    }
    const next = backups[targets[event.key] ?? -1]
    const current = backups[at]
    if (next !== undefined) {
      onChoose(next.name)
      document.getElementById(`${id}-${next.name}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && current !== undefined) onOpen(current)
    else return
    event.preventDefault()
  }
  return (
    <ul
      ref={list}
      className="backup-list"
      role="listbox"
      aria-label="Backups"
      tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `${id}-${chosen}`}
      onKeyDown={onKeyDown}
    >
      {backups.map(backup => (
        <li
          key={backup.name}
          id={`${id}-${backup.name}`}
          role="option"
          aria-selected={backup.name === chosen}
          aria-disabled={backup.status === 'damaged'}
          onClick={() => onChoose(backup.name)}
          onDoubleClick={() => onOpen(backup)}
        >
          <Description backup={backup} now={now} />
        </li>
      ))}
    </ul>
  )
}

/** Commas are only heard: the columns part what is seen. */
const pause = <span className="visually-hidden">, </span>

function Description({ backup, now }: { backup: Backup; now: string }) {
  if (backup.status === 'damaged')
    return (
      <>
        <b>Damaged, cannot be opened</b>
        {pause}
        <span className="backup-file">{backup.name}</span>
        {pause}
        <span className="backup-size">{sizeInWords(backup.bytes)}</span>
      </>
    )
  const { takenAt, counts, bytes } = backup
  return (
    <>
      <b>{timeInWords(takenAt)}</b>
      {pause}
      <span>{howLongAgo(takenAt, now)}</span>
      {pause}
      <span>{countInWords(counts.articles, 'article')}</span>
      {pause}
      <span>{countInWords(counts.annotations, 'annotation')}</span>
      {pause}
      <span className="backup-size">{sizeInWords(bytes)}</span>
    </>
  )
}
