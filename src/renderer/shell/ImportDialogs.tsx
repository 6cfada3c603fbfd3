import { ColumnsDialog } from '../features/library/ColumnsDialog'
import { TwinsDialog } from '../features/library/TwinsDialog'
import { FailureList } from '../ui/FailureList'
import { ProgressDialog } from './ProgressDialog'
import type { Imports } from './use-imports'

/** All that importing shows and asks. */
export function ImportDialogs({ imports }: { imports: Imports }) {
  const { table, twins, report, progress, isDragging, closeReport } = imports
  return (
    <>
      {table !== null && (
        <ColumnsDialog key={table.about.name} incoming={table.about} onAnswer={table.answer} />
      )}
      {twins !== null && <TwinsDialog {...twins.about} onAnswer={twins.answer} />}
      {report !== null && <FailureList {...report} onClose={closeReport} />}
      {progress !== null && <ProgressDialog {...progress} />}
      {isDragging && <div className="drop-overlay">Drop articles, folders or datasets to import them</div>}
    </>
  )
}
