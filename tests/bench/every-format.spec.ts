import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { inProject, projectFolder } from '../../scripts/project-folder.mjs'
import { formats } from '../../src/core/formats/registry'
import { record, rounds, type Figure } from './figure'
import type { ChildOptions, ChildOrder, ChildReport } from './format-orders'
import { median } from './report.mjs'

const exports: readonly { name: string; format: string; options: ChildOptions }[] = [
  { name: 'dataset', format: 'dataset', options: {} },
  { name: 'dataset, notes', format: 'dataset', options: { addsNotes: true } },
  { name: 'dataset, pseudonyms', format: 'dataset', options: { usesPseudonyms: true } },
  {
    name: 'dataset, pseudonyms, split, notes',
    format: 'dataset',
    options: { usesPseudonyms: true, splits: true, addsNotes: true }
  },
  { name: 'csv, notes', format: 'csv', options: { addsNotes: true } },
  { name: 'cas-xmi, notes', format: 'cas-xmi', options: { addsNotes: true } },
  { name: 'parquet, notes', format: 'parquet', options: { addsNotes: true } }
]

interface Row {
  name: string
  report: ChildReport
}

/** Every writer and reader with 100,000 annotations, each in a process of its own, beside plain JSON. */
test('every format', async () => {
  test.setTimeout(1_200_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-formats-'))
  try {
    const child = await buildChild(folder)
    const ask = (order: ChildOrder) => carryOut(child, folder, order)
    const times = rounds(3, 1)
    ask({ task: 'prepare' })
    const loaded = ask({ task: 'load' })
    const stringify = ask({ task: 'stringify', rounds: times })
    const parse = ask({ task: 'parse', rounds: times })
    const written = formats
      .filter(format => format.write !== undefined)
      .map(({ id }): Row => ({ name: id, report: ask({ task: 'write', format: id, rounds: times }) }))
    const read = formats
      .filter(format => format.read !== undefined && format.write !== undefined)
      .map(({ id }): Row => ({ name: id, report: ask({ task: 'read', format: id, rounds: times }) }))
    const exported = exports.map(({ name, format, options }): Row => ({
      name,
      report: ask({ task: 'export', format, options, rounds: times })
    }))
    record(
      '7-every-format',
      [
        ...written.flatMap(row => targetsOf('write', row, stringify)),
        ...exported.flatMap(row => targetsOf('export', row, stringify))
      ],
      [
        `The project alone, held in memory: ${whole(loaded.peakMegabytes)} MB.`,
        table('writer', [{ name: '`JSON.stringify`', report: stringify }, ...written], stringify),
        table('reader', [{ name: '`JSON.parse`', report: parse }, ...read], parse),
        table('export as one file', exported, stringify)
      ].join('\n\n')
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Bundles the child, since how a program is built decides how fast it is. */
async function buildChild(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: inProject('tests/bench/formats-child.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18'
    }
  })
  return path.join(folder, 'formats-child.js')
}

function carryOut(child: string, folder: string, order: ChildOrder): ChildReport {
  const args = ['--max-old-space-size=8192', child, folder, JSON.stringify(order)]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })
  expect(run.status, `${JSON.stringify(order)}: ${run.stderr}`).toBe(0)
  return JSON.parse(run.stdout) as ChildReport
}

function speedOf({ bytes, seconds }: ChildReport): number[] {
  return seconds.map(time => bytes / 1e6 / time)
}

function targetsOf(verb: 'write' | 'export', { name, report }: Row, stringify: ChildReport): Figure[] {
  const longest: Figure = {
    name: `${verb} ${name}: longest step`,
    unit: 'ms',
    samples: report.longestStepsMs,
    targets: [{ of: 'median', atMost: 50 }]
  }
  if (verb !== 'write' || name !== 'dataset') return [longest]
  const speed: Figure = {
    name: 'write dataset',
    unit: 'MB/s',
    samples: speedOf(report),
    limit: { name: 'JSON.stringify', samples: speedOf(stringify) },
    targets: [{ of: 'ratio', atLeast: 0.5 }]
  }
  return [speed, longest]
}

function table(what: string, rows: readonly Row[], limit: ChildReport): string {
  const lines = rows.map(({ name, report }) => {
    const speed = median(speedOf(report))
    const cells = [
      name,
      (report.bytes / 1e6).toFixed(1),
      median(report.seconds).toFixed(2),
      speed.toFixed(1),
      (speed / median(speedOf(limit))).toFixed(2),
      whole(report.peakMegabytes),
      report.longestStepsMs.length === 0 ? '–' : whole(median(report.longestStepsMs))
    ]
    return `| ${cells.join(' | ')} |`
  })
  const head = [
    `| ${what} | MB | s | MB/s | of plain JSON's speed | peak memory, MB | longest step, ms |`,
    '|---|--:|--:|--:|--:|--:|--:|'
  ]
  return [...head, ...lines].join('\n')
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
