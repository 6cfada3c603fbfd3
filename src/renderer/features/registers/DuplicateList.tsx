import type { PossibleDuplicate } from '../../../core/project/registers/look-alikes'
import { Button } from '../../ui/Button'
import { likenessWords } from '../../../core/project/registers/name-likeness'
import { registerWords } from './register-entries'
import type { RegisterKind } from '../../../core/project/registers/register-kind'

interface DuplicateListProps {
  kind: RegisterKind
  pairs: readonly PossibleDuplicate[]
  onMerge(pair: PossibleDuplicate): void
  /** Both are meant: the pair is not shown again until the program is closed. */
  onKeepBoth(pair: PossibleDuplicate): void
  onShow(id: string): void
}

const mostShown = 100

/** Names that may mean the same, the surest first. */
export function DuplicateList({ kind, pairs, onMerge, onKeepBoth, onShow }: DuplicateListProps) {
  return (
    <div className="duplicates">
      <h2>Possible duplicates</h2>
      <p>Names that look alike may mean the same. Merging brings their mentions together.</p>
      {pairs.length === 0 ? (
        <p className="register-none">No two {registerWords[kind].many} look alike.</p>
      ) : (
        <ul aria-label="Possible duplicates">
          {pairs.slice(0, mostShown).map(pair => (
            <li key={`${pair.a.id} ${pair.b.id}`}>
              <span>
                <button type="button" onClick={() => onShow(pair.a.id)}>
                  {pair.a.name}
                </button>
                <button type="button" onClick={() => onShow(pair.b.id)}>
                  {pair.b.name}
                </button>
                <em>{likenessWords[pair.likeness]}</em>
              </span>
              <Button
                look="quiet"
                aria-label={`Keep both ${pair.a.name} and ${pair.b.name}`}
                onClick={() => onKeepBoth(pair)}
              >
                Keep both
              </Button>
              <Button aria-label={`Merge ${pair.a.name} and ${pair.b.name}`} onClick={() => onMerge(pair)}>
                Merge…
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pairs.length > mostShown && <p className="register-none">The first {mostShown} are shown.</p>}
    </div>
  )
}
