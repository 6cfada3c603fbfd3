import type { Failure } from '../core/result'

/** What went wrong with a file, in plain words. `code` names the cause, for tests and for a way on. */
const problems: Readonly<Record<string, Failure>> = {
  ENOSPC: { code: 'disk-full', message: 'The disk is full.' },
  EDQUOT: { code: 'disk-full', message: 'Your share of this disk is used up.' },
  EACCES: { code: 'not-allowed', message: 'You do not have permission to use this file or folder.' },
  EPERM: { code: 'not-allowed', message: 'The system does not allow this file or folder to be used.' },
  EROFS: { code: 'read-only', message: 'This disk can only be read, not written to.' },
  ENOENT: { code: 'not-found', message: 'This file or its folder does not exist any more.' },
  ENOTDIR: { code: 'not-found', message: 'A part of this path is a file, not a folder.' },
  EISDIR: { code: 'is-a-folder', message: 'This is a folder, not a file.' },
  ENAMETOOLONG: { code: 'name-too-long', message: 'This file name is too long for the disk.' },
  EBUSY: { code: 'in-use', message: 'Another program is using this file.' },
  EMFILE: { code: 'too-many-open', message: 'Too many files are open.' },
  EIO: { code: 'disk-error', message: 'The disk reported an error.' }
}

/** Turns an error of `node:fs` into a failure with a stable code; `place` is the file it was about. */
export function fileProblem(error: unknown, place: string): { ok: false; error: Failure } {
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = problems[errno] ?? {
    code: 'file-error',
    message: `The file could not be used${errno === '' ? '' : ` (${errno})`}.`
  }
  return { ok: false, error: { ...known, place } }
}
