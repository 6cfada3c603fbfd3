import './check-node.mjs'
import process from 'node:process'
import { CommandError, runAsCommand } from './command-error.mjs'
import { inProject, projectFolder } from './project-folder.mjs'
import { importTypeScript } from './run-ts.mjs'

// Measures how annotations are carried over to changed texts and fails when a bar is missed. Everything is
// seeded: `npm run bench:anchoring -- 7` measures other texts' changes than the usual seed 1.
await runAsCommand(async () => {
  const seed = Number(process.argv[2] ?? 1)
  if (!Number.isInteger(seed)) throw new CommandError('Usage: npm run bench:anchoring [-- <whole number>]')
  const { runBench } = await importTypeScript(inProject('tests', 'bench', 'anchoring', 'report.ts'))
  const { table, shortfalls } = runBench(projectFolder, { perText: 60, passages: 600, seed })
  console.log(`${table}\n`)
  for (const shortfall of shortfalls) console.error(shortfall)
  return shortfalls.length === 0 ? 0 : 1
})
