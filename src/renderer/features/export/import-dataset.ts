import { findFormat } from '../../../core/formats/registry'
import type { FormatIssue, SourceFile } from '../../../core/formats/format'
import type { ProjectId } from '../../../core/project/ids'
import { fail, type Result } from '../../../core/result'
import type { Workspace } from '../../persistence/workspace'

export interface ImportDatasetContext {
  workspace: Workspace
  newId(): string
  now(): string
  onProgress(done: number, total: number): void
  signal: AbortSignal
  /** Told what the reader mended, once the project is stored. Not called when there was nothing. */
  onMended?(issues: readonly FormatIssue[]): void
}

/** Reads a dataset and stores it as a project of its own. Nothing is changed when anything in it is wrong. */
export async function importDataset(
  file: SourceFile,
  context: ImportDatasetContext
): Promise<Result<ProjectId>> {
  const read = findFormat('dataset')?.read
  if (read === undefined) return fail('not-readable', 'Datasets cannot be read.')
  const result = read([file], { newId: context.newId, now: context.now() })
  if (!result.ok) return result
  const { data, issues } = result.value
  const stored = await context.workspace.importProject(data, {
    label: 'Import dataset',
    onProgress: context.onProgress,
    signal: context.signal
  })
  if (stored.ok && issues.length > 0) context.onMended?.(issues)
  return stored
}
