import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { Twin } from './find-twins'
import './import-dialogs.css'

interface TwinsDialogProps {
  twins: readonly Twin[]
  /** How many articles come in beside these. */
  others: number
  /** Those to be imported all the same. */
  onAnswer(kept: ReadonlySet<Twin>): void
}

/** Articles that are nearly what the project has already: each is left out unless it is chosen. */
export function TwinsDialog({ twins, others, onAnswer }: TwinsDialogProps) {
  const [kept, setKept] = useState<ReadonlySet<Twin>>(new Set())
  const leaveOut = () => onAnswer(new Set())
  const toggle = (twin: Twin) => {
    const next = new Set(kept)
    if (!next.delete(twin)) next.add(twin)
    setKept(next)
  }
  return (
    <Dialog
      title={twins.length === 1 ? 'This article looks familiar' : 'Some articles look familiar'}
      onClose={leaveOut}
      footer={
        <>
          <Button onClick={leaveOut}>{twins.length === 1 ? 'Leave it out' : 'Leave all out'}</Button>
          <Button look="primary" disabled={kept.size === 0} onClick={() => onAnswer(kept)}>
            {kept.size === 0 ? 'Import as well' : `Import ${kept.size} as well`}
          </Button>
        </>
      }
    >
      <p>
        Nearly the same text is there already. Choose what is to be imported all the same
        {others > 0 ? '; the others come in either way.' : '.'}
      </p>
      <ul className="twins">
        {twins.length > 1 && (
          <li>
            <label>
              <input
                type="checkbox"
                checked={kept.size === twins.length}
                onChange={event => setKept(new Set(event.target.checked ? twins : []))}
              />
              All of them
            </label>
          </li>
        )}
        {twins.map(twin => (
          <li key={twin.index}>
            <label>
              <input type="checkbox" checked={kept.has(twin)} onChange={() => toggle(twin)} />
              <span>
                <b>{twin.title}</b>
                <em>
                  {twin.fileName}: {inWords(twin.resemblance)} of the wording of “{twin.twinTitle}”
                </em>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function inWords(resemblance: number): string {
  return resemblance === 1 ? 'all' : `${Math.floor(resemblance * 100)} %`
}
