import type { RowStatus } from './compare-projects'

const words: Readonly<Record<RowStatus, string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  same: 'Same'
}
const signs: Readonly<Record<RowStatus, string>> = { added: '+', removed: '−', changed: '≠', same: '=' }

/** What became of a row since the backup: a sign, a word and a tone. */
export function StatusMark({ status }: { status: RowStatus }) {
  return (
    <span className="status-mark" data-status={status}>
      <span aria-hidden="true">{signs[status]}</span> {words[status]}
    </span>
  )
}
