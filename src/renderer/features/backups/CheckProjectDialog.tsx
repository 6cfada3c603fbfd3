import { Check, CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { ProjectCheck } from '../../../contract/storage'
import type { ProjectId } from '../../../core/project/ids'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { countInWords } from './backup-words'
import { Problem } from './Problem'
import { ProjectProgress } from './ProjectProgress'
import './backups.css'

export interface Finding {
  place: string
  message: string
}

export interface CheckProjectDialogProps {
  bridge: Bridge
  projectId: ProjectId
  projectTitle: string
  /** What the working store says otherwise than the journal. */
  checkStore(): Promise<Finding[]>
  onClose(): void
}

type State =
  | { status: 'checking' }
  | { status: 'failed'; message: string }
  | { status: 'done'; check: ProjectCheck; findings: Finding[] }

/** Verifies everything of a project and says what was found. Closing forgets the answer. */
export function CheckProjectDialog(props: CheckProjectDialogProps) {
  const { bridge, projectId, projectTitle, onClose } = props
  const [state, retry] = useCheck(props)
  const [copied, setCopied] = useState('')
  const copy = async (text: string) => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false
    )
    setCopied(isCopied ? 'Copied.' : 'Not copied: the clipboard could not be written.')
  }
  const footer = (
    <>
      <span className="backups-said backups-grow" role="status">
        {copied}
      </span>
      {state.status === 'done' && (
        <Button onClick={() => void copy(reportOf(projectTitle, state.check, state.findings))}>
          Copy report
        </Button>
      )}
      <Button look="primary" onClick={onClose}>
        {state.status === 'checking' ? 'Cancel' : 'Close'}
      </Button>
    </>
  )
  return (
    <Dialog title="Check project" className="check-dialog" onClose={onClose} footer={footer}>
      {state.status === 'checking' && (
        <>
          <p>Reads the journal, the backups, the texts and the imported files of “{projectTitle}”.</p>
          <ProjectProgress bridge={bridge} projectId={projectId} label="Checking" />
        </>
      )}
      {state.status === 'failed' && (
        <Problem>
          The check did not end: {state.message}{' '}
          <Button look="quiet" onClick={retry}>
            Try again
          </Button>
        </Problem>
      )}
      {state.status === 'done' && <Outcome check={state.check} findings={state.findings} />}
    </Dialog>
  )
}

/** Runs the check once, and again when asked to. */
function useCheck({ bridge, projectId, checkStore }: CheckProjectDialogProps): [State, () => void] {
  const [state, setState] = useState<State>({ status: 'checking' })
  const [attempt, setAttempt] = useState(0)
  // What is checked stays what it was: a caller may pass a function made anew for each rendering.
  const [store] = useState(() => checkStore)
  useEffect(() => {
    let isCurrent = true
    const run = async (): Promise<State> => {
      const checked = await bridge.request('project:check', projectId)
      if (!checked.ok) return { status: 'failed', message: checked.error.message }
      const findings = [...checked.value.findings, ...(await store())]
      return { status: 'done', check: checked.value, findings }
    }
    void run()
      .catch((error: unknown): State => ({ status: 'failed', message: String(error) }))
      .then(next => isCurrent && setState(next))
    return () => {
      isCurrent = false
    }
  }, [bridge, projectId, store, attempt])
  const retry = () => {
    setState({ status: 'checking' })
    setAttempt(attempt + 1)
  }
  return [state, retry]
}

function Outcome({ check, findings }: { check: ProjectCheck; findings: readonly Finding[] }) {
  return (
    <>
      <p className="check-result" role="status" data-well={findings.length === 0}>
        {findings.length === 0 ? (
          <Check size={16} aria-hidden="true" />
        ) : (
          <CircleAlert size={16} aria-hidden="true" />
        )}
        {verdict(findings)}
      </p>
      <p className="check-facts">Checked: {factsOf(check)}.</p>
      {findings.length > 0 && (
        <ul className="failure-list" aria-label="Findings">
          {findings.map((finding, i) => (
            <li key={i}>
              <CircleAlert size={14} aria-hidden="true" />
              <span>
                {finding.place !== '' && <b>{finding.place}</b>}
                {finding.message}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function verdict(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Everything is as it should be.'
  return findings.length === 1
    ? 'One thing is not as it should be.'
    : `${findings.length} things are not as they should be.`
}

function factsOf({ journal, backups, blobs }: ProjectCheck): string {
  const damaged = backups.damaged.length
  return [
    `${countInWords(journal.lines, 'line')} in ${countInWords(journal.files, 'file')} of the journal`,
    `${countInWords(backups.readable + damaged, 'backup')}${damaged > 0 ? ` (${damaged} damaged)` : ''}`,
    `${countInWords(blobs.checked, 'text or imported file', 'texts and imported files')}`,
    'the working store against the journal'
  ].join(', ')
}

function reportOf(title: string, check: ProjectCheck, findings: readonly Finding[]): string {
  const lines = findings.map(({ place, message }) => (place === '' ? message : `${place}: ${message}`))
  return [`Check of “${title}”`, `Checked: ${factsOf(check)}.`, verdict(findings), ...lines].join('\n')
}
