import process from 'node:process'
import { inProject } from './project-folder.mjs'
import { runProgram } from './run-program.mjs'

/**
 * @typedef {object} StageResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} output what to show when something failed
 *
 * @typedef {{ name: string, run: () => Promise<StageResult> }} Stage
 */

/**
 * Starts a package's command with this Node, without npx in between.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {import('./run-program.mjs').ProgramOptions} [options]
 */
export function runTool(script, args, options) {
  return runProgram(process.execPath, [inProject('node_modules', ...script.split('/')), ...args], options)
}

/**
 * A check that counts as one: passed when its tool answers 0 and `objection` finds nothing.
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @param {(output: string) => string | undefined} [objection] a reason to fail in spite of the exit code
 * @returns {Stage}
 */
function check(name, script, args, objection = () => undefined) {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(script, args)
      const reason = objection(output)
      const hasPassed = code === 0 && reason === undefined
      return {
        name,
        passed: hasPassed ? 1 : 0,
        failed: hasPassed ? 0 : 1,
        skipped: 0,
        output: reason === undefined ? output : `${output}\n${reason}`
      }
    }
  }
}

/**
 * dependency-cruiser passes contentedly when it could not parse anything.
 * @param {string} output
 */
export function objectToNoModules(output) {
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
  return modules > 0 ? undefined : 'No modules were read, so no rule was checked.'
}

/**
 * The checks that read the code without running it; each counts as one.
 * @param {{ isCached: boolean }} options whether files that did not change are believed to pass still. A rule
 *   that looks at types can miss what another file's change did to them, so only the quick round does this.
 * @returns {Stage[]}
 */
export function staticChecks({ isCached }) {
  const cached = (/** @type {string} */ name) =>
    isCached
      ? [
          '--cache',
          '--cache-strategy',
          'content',
          '--cache-location',
          `node_modules/.cache/unchanged/${name}`
        ]
      : []
  return [
    check('types', 'typescript/bin/tsc', ['-b', 'tsconfig.json']),
    check('lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', ...cached('eslint'), '.']),
    check('format', 'prettier/bin/prettier.cjs', [
      '--check',
      '--log-level',
      'warn',
      ...cached('prettier'),
      '.'
    ]),
    check(
      'dependency rules',
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ['--config', '.dependency-cruiser.cjs', 'src'],
      objectToNoModules
    ),
    check('unused code', 'knip/bin/knip.js', ['--no-progress'])
  ]
}
