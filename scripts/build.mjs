import './check-node.mjs'
import { build } from './build-output.mjs'
import { runAsCommand } from './command-error.mjs'
import { ensurePackages } from './packages.mjs'

await runAsCommand(async () => {
  await ensurePackages()
  await build()
  console.log('Built into out/.')
})
