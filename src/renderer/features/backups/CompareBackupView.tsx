import { useEffect, useRef, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { ProjectId } from '../../../core/project/ids'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProgressBar } from '../../ui/ProgressBar'
import { timeInWords, type ReadableBackup } from './backup-words'
import { isDiffering, summariseDifference, type ComparedProjects } from './compare-projects'
import { ComparedArticleList } from './ComparedArticleList'
import { ComparedArticleView } from './ComparedArticleView'
import { ComparedOthersView } from './ComparedOthersView'
import { Delayed } from './Delayed'
import { Problem } from './Problem'
import { RestoreBackupDialog } from './RestoreBackupDialog'
import { useComparison, type ReadBackup, type ReadPresent } from './use-comparison'
import './backups.css'
import './compare.css'

export interface CompareBackupViewProps {
  bridge: Bridge
  projectId: ProjectId
  projectTitle: string
  backup: ReadableBackup
  readBackup: ReadBackup
  readPresent: ReadPresent
  /** A new project is on the disk; it is not in the working store yet. */
  onRestored(projectId: ProjectId): void
  onClose(): void
  notify(message: string): void
}

/** A backup, only to be read, beside the present. */
export function CompareBackupView(props: CompareBackupViewProps) {
  const { backup, readBackup, readPresent, onClose } = props
  const { comparison, retry } = useComparison(readBackup, readPresent)
  const [isRestoring, setIsRestoring] = useState(false)
  const beforeTitle = `Backup of ${timeInWords(backup.takenAt)}`
  const footer = (
    <>
      <Button onClick={() => setIsRestoring(true)}>Restore as a new project…</Button>
      <Button look="primary" onClick={onClose}>
        Close
      </Button>
    </>
  )
  return (
    <>
      <Dialog title={`${beforeTitle}, and now`} className="compare-dialog" onClose={onClose} footer={footer}>
        {comparison.status === 'reading' && (
          <Delayed afterMs={500}>
            <ProgressBar label="Reading the backup" done={comparison.done} total={comparison.total} />
          </Delayed>
        )}
        {comparison.status === 'failed' && (
          <Problem>
            The backup cannot be compared: {comparison.message}{' '}
            <Button look="quiet" onClick={retry}>
              Try again
            </Button>
          </Problem>
        )}
        {comparison.status === 'ready' && (
          <Compared compared={comparison.compared} beforeTitle={beforeTitle} />
        )}
      </Dialog>
      {isRestoring && <RestoreBackupDialog {...props} onClose={() => setIsRestoring(false)} />}
    </>
  )
}

function Compared({ compared, beforeTitle }: { compared: ComparedProjects; beforeTitle: string }) {
  const list = useRef<HTMLUListElement>(null)
  // The list comes after the dialog has opened and given the keyboard to a button.
  useEffect(() => list.current?.focus(), [])
  const [isOnlyDifferences, setIsOnlyDifferences] = useState(true)
  const [wanted, setWanted] = useState<string | null | undefined>(undefined)
  const articles = isOnlyDifferences ? compared.articles.filter(isDiffering) : compared.articles
  const isOthers = compared.others.length > 0 && (wanted === null || articles.length === 0)
  const article = isOthers ? undefined : (articles.find(({ id }) => id === wanted) ?? articles[0])
  const summary = summariseDifference(compared.difference)
  return (
    <>
      <div className="compare-head">
        <p role="status">
          {summary === ''
            ? 'Nothing differs: the project is as it was in this backup.'
            : `Since this backup: ${summary}.`}
        </p>
        <label>
          <input
            type="checkbox"
            checked={isOnlyDifferences}
            onChange={event => setIsOnlyDifferences(event.target.checked)}
          />
          Only differences
        </label>
      </div>
      <div className="compare-columns">
        {(articles.length > 0 || isOthers) && (
          <ComparedArticleList
            ref={list}
            articles={articles}
            others={compared.others.length}
            chosen={article?.id ?? null}
            onChoose={setWanted}
          />
        )}
        {article !== undefined && (
          <ComparedArticleView
            key={article.id}
            compared={compared}
            article={article}
            beforeTitle={beforeTitle}
            isOnlyDifferences={isOnlyDifferences}
          />
        )}
        {isOthers && <ComparedOthersView compared={compared} beforeTitle={beforeTitle} />}
      </div>
    </>
  )
}
