import { fail, type Failure } from '../../core/result'

const known: Readonly<Record<string, { code: string; message: string }>> = {
  QuotaExceededError: { code: 'disk-full', message: 'There is no space left on the disk.' },
  InvalidStateError: {
    code: 'store-closed',
    message: 'The project store was closed by the system. Restarting Counterpoint opens it again.'
  },
  DatabaseClosedError: {
    code: 'store-closed',
    message: 'The project store was closed. Restarting Counterpoint opens it again.'
  },
  VersionError: {
    code: 'newer-version',
    message: 'This project store was made by a newer version of Counterpoint. Please update Counterpoint.'
  },
  MissingAPIError: { code: 'store-missing', message: 'This window has no access to the project store.' },
  ConstraintError: { code: 'duplicate-id', message: 'A row with this id is there already.' },
  DataCloneError: { code: 'invalid-change', message: 'This change holds something that cannot be saved.' },
  UnknownError: { code: 'disk-error', message: 'The disk reported an error.' },
  AbortError: { code: 'disk-error', message: 'The disk refused the change.' }
}

/** What a person is told when the store fails: `code` is stable, the message in plain words. */
export function storageFailure(error: unknown): { ok: false; error: Failure } {
  for (const name of errorNames(error)) {
    const found = known[name]
    if (found !== undefined) return fail(found.code, found.message)
  }
  const detail = error instanceof Error && error.message !== '' ? error.message : String(error)
  return fail('store-failed', `The project store failed: ${detail}`)
}

/** Names of an error and of those it wraps, innermost first: Dexie wraps the browser's reason. */
function errorNames(error: unknown): string[] {
  const names: string[] = []
  let current: unknown = error
  while (typeof current === 'object' && current !== null && names.length < 8) {
    if ('name' in current && typeof current.name === 'string') names.unshift(current.name)
    current = 'inner' in current ? current.inner : undefined
  }
  return names
}
