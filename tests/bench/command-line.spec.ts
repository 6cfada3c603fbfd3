import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { inProject } from '../../scripts/project-folder.mjs'
import { isQuick, record, rounds } from './figure'
import { writeLargeProject } from './large-project'

const entry = inProject('out/main/counterpoint.js')
const annotations = isQuick ? 100_000 : 1_000_000

/** Says at the end how much memory the process had at most, in kilobytes. */
const tellMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\n${process.resourceUsage().maxRSS} kB`))'

/** In milliseconds, and the greatest resident memory of the process in megabytes. */
function measure(args: readonly string[]): { ms: number; megabytes: number } {
  const start = performance.now()
  const child = spawnSync(process.execPath, ['--import', tellMemory, entry, ...args], { encoding: 'utf8' })
  const ms = performance.now() - start
  expect(child.status, child.stderr).toBe(0)
  return { ms, megabytes: Number(/(\d+) kB$/.exec(child.stderr)?.[1]) / 1024 }
}

test('command line', () => {
  test.setTimeout(1_800_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-large-'))
  const large = path.join(folder, 'large.counterpoint.jsonl')
  try {
    const starts = Array.from({ length: rounds(9, 3) }, () => measure(['--help']).ms)
    const lists = Array.from({ length: rounds(9, 3) }, () => measure(['formats']).ms)
    writeLargeProject(large, annotations)
    const dataset = path.join(folder, 'out.counterpoint.json')
    const convert = (file: string, format: string, out: string) => [
      ...['convert', file, '--to', format, '--out', path.join(folder, out)]
    ]
    const ways = [
      { name: 'JSONL to dataset', args: convert(large, 'dataset', 'out.counterpoint.json') },
      { name: 'dataset to JSONL', args: convert(dataset, 'jsonl', 'out.jsonl') },
      { name: 'JSONL to CSV with notes', args: [...convert(large, 'csv', 'tables.zip'), '--notes'] }
    ]
    const converted = ways.map(({ name, args }) => ({ name, ...measure(args) }))
    const count = annotations.toLocaleString('en')
    record('15-command-line', [
      { name: 'counterpoint --help', unit: 'ms', samples: starts, targets: [{ of: 'median', atMost: 400 }] },
      { name: 'counterpoint formats', unit: 'ms', samples: lists, targets: [{ of: 'median', atMost: 400 }] },
      ...converted.map(({ name, ms }) => ({
        name: `convert ${count} annotations, ${name}`,
        unit: 'ms',
        samples: [ms]
      })),
      ...converted.map(({ name, megabytes }) => ({
        name: `convert ${count} annotations, ${name}: memory`,
        unit: 'MB',
        samples: [megabytes],
        targets: [{ of: 'max' as const, atMost: 512 }]
      }))
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
