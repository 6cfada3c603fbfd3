import { spawn } from 'node:child_process'
import process from 'node:process'
import { CommandError } from './command-error.mjs'
import { projectFolder } from './project-folder.mjs'

/**
 * @typedef {object} ProgramOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment; the current one when left out
 * @property {string} [cwd] the checkout when left out
 * @property {number} [timeoutMs] the program is ended after this long
 * @property {boolean} [isShown] true passes the output through instead of collecting it
 */

/**
 * @typedef {object} ProgramResult
 * @property {number} code exit code; 1 when it was ended by a signal or never started
 * @property {string} output standard output and standard error as they came
 * @property {string} stdout standard output alone
 */

/** Somebody pressed Ctrl+C or ended us politely: whoever waits cleans up and starts nothing more. */
export class Interrupted extends CommandError {}

/** A program that ignores a polite signal is ended after this long. */
const patienceMs = 10_000

/**
 * Runs a program without input and waits for it. One that cannot be started answers code 1 with the reason
 * as its output. Rejects only when we are interrupted meanwhile.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {ProgramOptions} [options]
 * @returns {Promise<ProgramResult>}
 */
export function runProgram(program, args, options = {}) {
  const { env = process.env, cwd = projectFolder, timeoutMs, isShown = false } = options
  return new Promise((resolve, reject) => {
    let output = ''
    let stdout = ''
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs })
    })
    const signals = passSignalsOn(child)
    child.stdout?.setEncoding('utf8').on('data', text => {
      output += text
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', text => (output += text))
    child.on('error', error => {
      signals.stop()
      resolve({ code: 1, output: output + error.message, stdout })
    })
    child.on('close', code => {
      signals.stop()
      if (signals.haveCome()) reject(new Interrupted('Interrupted.'))
      else resolve({ code: code ?? 1, output, stdout })
    })
  })
}

/**
 * npm is started through the JavaScript file that runs us when there is one: on Windows `npm` is a batch
 * file, which cannot be spawned without a shell.
 * @param {readonly string[]} args
 * @param {ProgramOptions} [options]
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) {
    return runProgram(process.execPath, [npm, ...args], options)
  }
  return runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/**
 * Ctrl+C and a polite kill reach the child, so that no window or display outlives its command.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsOn(child) {
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  let hasOneCome = false
  /** @param {NodeJS.Signals} signal */
  const pass = signal => {
    hasOneCome = true
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
  }
  for (const signal of signals) process.on(signal, pass)
  return {
    haveCome: () => hasOneCome,
    stop: () => {
      for (const signal of signals) process.off(signal, pass)
    }
  }
}
