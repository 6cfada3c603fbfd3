// The Node part of electron-log: its main part would open a channel of its own to every page.
import log from 'electron-log/node'

/** The log of one run: everything that went wrong, in one file that a person can send. */
export interface Log {
  file: string
  info(message: string): void
  error(message: string, error?: unknown): void
}

/** Logs to `file` (rotated at 1 MB), and to the terminal in development. */
export function openLog(file: string, isDevelopment: boolean): Log {
  log.transports.file.resolvePathFn = () => file
  log.transports.console.level = isDevelopment ? 'silly' : false
  return {
    file,
    info: message => log.info(message),
    error: (message, error) => (error === undefined ? log.error(message) : log.error(message, error))
  }
}
