import './check-node.mjs'
import process from 'node:process'
import { runAsCommand } from './command-error.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { projectFolder } from './project-folder.mjs'
import { runProgram } from './run-program.mjs'
import { setup } from './setup.mjs'
import { hasDisplay } from './virtual-display.mjs'

// Opens the application; on a machine without a screen it shows by deed what it can do.
await runAsCommand(async () => {
  const electron = await setup()
  if (!hasDisplay()) {
    console.log(
      'There is no display here, so no window can be shown: running a tour of the real application instead.'
    )
    const { runDemo } = await import('./demo.mjs')
    return runDemo(electron)
  }
  if (electron.isFallback)
    console.log(`Opening with Electron ${electron.version}, the fallback for development.`)
  const args = [projectFolder, ...process.argv.slice(2)]
  const { code } = await runProgram(electron.path, args, {
    env: electronEnvironment(electron),
    isShown: true
  })
  return code
})
