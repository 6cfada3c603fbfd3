import { useEffect, useMemo, useState } from 'react'
import type { ExportOptions } from '../../../core/export/export-options'
import { prepareInSteps, type PreparedExport } from '../../../core/export/prepare-export'
import type { Steps } from '../../../core/steps'
import type { Format, OutgoingFile, WriteContext } from '../../../core/formats/format'
import type { ProjectSource } from '../../../core/formats/project-source'
import type { Failure } from '../../../core/result'
import { runInSlices } from '../../ui/in-slices'

/** More would not be looked through; a corpus can have thousands. */
const listedFiles = 100

export interface ShownExport {
  prepared: PreparedExport
  /** The first files of it. */
  files: readonly OutgoingFile[]
  hasMoreFiles: boolean
}

/**
 * The export as it would be written, made again after each change between breaths of the window. Until it is there
 * the one before is answered, with `isCurrent` false; null before the first, or with why it cannot be made.
 */
export function usePreparedExport(
  source: ProjectSource | null,
  format: Format | undefined,
  options: ExportOptions | null,
  context: WriteContext
) {
  const [made, setMade] = useState<{ of: object; shown: ShownExport | null; failure: Failure | null }>()
  // Options are made anew at each rendering; what they say decides.
  const said = JSON.stringify([options, context])
  const order = useMemo(() => ({ source, format, said }), [source, format, said])
  useEffect(() => {
    if (source === null || format === undefined || options === null) return
    const abort = new AbortController()
    void runInSlices(showInSteps(source, format, options, context), abort.signal).then(done => {
      if (done !== null && !abort.signal.aborted) setMade({ of: order, ...done.value })
    })
    return () => abort.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `order` says what they are made of
  }, [order])
  return { shown: made?.shown ?? null, failure: made?.failure ?? null, isCurrent: made?.of === order }
}

function* showInSteps(
  source: ProjectSource,
  format: Format,
  options: ExportOptions,
  context: WriteContext
): Steps<{ shown: ShownExport | null; failure: Failure | null }> {
  try {
    const prepared = yield* prepareInSteps(source, format, options, context)
    if (!prepared.ok) return { shown: null, failure: prepared.error }
    const files: OutgoingFile[] = []
    for (const file of prepared.value.files) {
      if (files.length === listedFiles)
        return { shown: { prepared: prepared.value, files, hasMoreFiles: true }, failure: null }
      files.push(file)
      yield
    }
    return { shown: { prepared: prepared.value, files, hasMoreFiles: false }, failure: null }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { shown: null, failure: { code: 'not-made', message } }
  }
}
