import { useEffect } from 'react'
import type { Bridge } from '../../contract/ipc'
import { notify } from '../ui/Toast'

/** Says what went wrong behind the scenes: a backup, or its copy on another disk. */
export function useStorageTrouble(bridge: Bridge): void {
  useEffect(() => bridge.on('storage:trouble', ({ message }) => notify(message)), [bridge])
}
