import './check-node.mjs'
import process from 'node:process'
import { forgetBuild } from './build-output.mjs'
import { CommandError, runAsCommand } from './command-error.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { inProject } from './project-folder.mjs'
import { runProgram } from './run-program.mjs'
import { setup } from './setup.mjs'
import { hasDisplay } from './virtual-display.mjs'

// The application with its sources watched: the renderer updates in place, main restarts on a change.
await runAsCommand(async () => {
  if (!hasDisplay())
    throw new CommandError('There is no display here: set DISPLAY, or run `npm start` for a tour.')
  const electron = await setup({ isBuildNeeded: false })
  // What dev mode writes into out/ loads its pages from the dev server.
  forgetBuild()
  const tool = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const args = [tool, 'dev', '--watch', ...process.argv.slice(2)]
  const { code } = await runProgram(process.execPath, args, {
    env: electronEnvironment(electron),
    isShown: true
  })
  return code
})
