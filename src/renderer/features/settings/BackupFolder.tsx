import { useEffect, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { Result } from '../../../core/result'
import { Button } from '../../ui/Button'
import './backup-folder.css'

/** Where else each backup is copied to, and how to change that. */
export function BackupFolder({ bridge }: { bridge: Bridge }) {
  /** undefined until main has told it. */
  const [path, setPath] = useState<string | null | undefined>(undefined)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void bridge.request('mirror:get').then(got => {
      if (!isCurrent) return
      if (got.ok) setPath(got.value)
      else setProblem(got.error.message)
    })
    return () => {
      isCurrent = false
    }
  }, [bridge])
  /** `unchosen`: what null means. Cancelling the choice changes nothing. */
  const take = (got: Result<string | null>, unchosen: string | null | undefined) => {
    setProblem(got.ok ? null : got.error.message)
    if (got.ok) setPath(got.value ?? unchosen)
  }
  const choose = async () => take(await bridge.request('mirror:choose'), path)
  const stop = async () => take(await bridge.request('mirror:clear'), null)
  return (
    <section className="backup-folder" aria-labelledby="backup-folder-title">
      <h2 id="backup-folder-title">Second backup folder</h2>
      <p>Choose a folder on another disk: each backup is copied there as well.</p>
      <p className="backup-folder-path" role="status">
        {path === null ? 'None' : path}
      </p>
      <p className="backup-folder-actions">
        <Button onClick={() => void choose()}>Choose folder…</Button>
        <Button disabled={path === null || path === undefined} onClick={() => void stop()}>
          Stop copying
        </Button>
      </p>
      {problem !== null && (
        <p className="backup-folder-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
