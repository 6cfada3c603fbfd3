import { spawn } from 'node:child_process'
import process from 'node:process'
import { CommandError } from './command-error.mjs'

const startTimeoutMs = 15_000

/**
 * Whether windows can be shown to somebody: always, except on a Linux without a display server.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/**
 * Runs `body` with the environment of a display nobody sees, so that tests neither need a screen nor flash
 * windows on one. The server picks a free display number itself and is ended afterwards, whatever happens.
 * Outside Linux `body` runs with the environment as it is.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withVirtualDisplay(body) {
  if (process.platform !== 'linux') return body(process.env)
  const server = await startServer()
  try {
    const { WAYLAND_DISPLAY: _shown, ...env } = process.env
    return await body({ ...env, DISPLAY: server.display, XDG_SESSION_TYPE: 'x11' })
  } finally {
    server.stop()
  }
}

/** @returns {Promise<{ display: string, stop: () => void }>} */
function startServer() {
  return new Promise((resolve, reject) => {
    // Without -noreset the server starts anew when its last window closes, and refuses who comes just then.
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    let complaints = ''
    const stop = () => void server.kill()
    // Also when this process ends early: an orphaned server would keep its display number.
    process.once('exit', stop)
    /** @param {string} reason */
    const fail = reason => {
      stop()
      reject(new CommandError(`The virtual display did not start: ${reason}`))
    }
    const timer = setTimeout(() => fail('it took too long.'), startTimeoutMs)
    server.stderr?.on('data', text => (complaints += text))
    server.once('error', error => fail(error.message))
    server.once('exit', () => fail(complaints.trim().split('\n').at(-1) ?? 'it gave no reason.'))
    server.stdio[3]?.once('data', number => {
      clearTimeout(timer)
      resolve({ display: `:${String(number).trim()}`, stop })
    })
  })
}
