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

/** In milliseconds, and the greatest resident memory of the process in megabytes (Linux and macOS). */
function measure(args: readonly string[]): { ms: number; megabytes: number } {
  const start = performance.now()
  const child = spawnSync('/usr/bin/time', ['-v', process.execPath, entry, ...args], { encoding: 'utf8' })
  const ms = performance.now() - start
  expect(child.status, child.stderr).toBe(0)
  return {
    ms,
    megabytes: Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(child.stderr)?.[1]) / 1024
  }
}

test('command line', () => {
  test.setTimeout(1_800_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-large-'))
  const large = path.join(folder, 'large.counterpoint.jsonl')
  try {
    const starts = Array.from({ length: rounds(9, 3) }, () => measure(['--help']).ms)
    const lists = Array.from({ length: rounds(9, 3) }, () => measure(['formats']).ms)
    writeLargeProject(large, annotations)
    const converted = ['dataset', 'jsonl'].map(format => ({
      format,
      ...measure(['convert', large, '--to', format, '--out', path.join(folder, 'out')])
    }))
    const count = annotations.toLocaleString('en')
    record('15-command-line', [
      { name: 'counterpoint --help', unit: 'ms', samples: starts, targets: [{ of: 'median', atMost: 400 }] },
      { name: 'counterpoint formats', unit: 'ms', samples: lists },
      ...converted.map(({ format, ms }) => ({
        name: `convert ${count} annotations to ${format}`,
        unit: 'ms',
        samples: [ms]
      })),
      ...converted.map(({ format, megabytes }) => ({
        name: `convert ${count} annotations to ${format}: memory`,
        unit: 'MB',
        samples: [megabytes],
        targets: [{ of: 'max' as const, atMost: 512 }]
      }))
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
