import { onTestFinished } from 'vitest'
import type { Storage } from '../../../src/main/storage/storage'
import { openStorage } from './project-sample'

/** A storage that lets go of its files when the test that asked for it ends. */
export function testStorage(userData: string): Storage {
  const storage = openStorage(userData)
  onTestFinished(() => storage.close(null))
  return storage
}
