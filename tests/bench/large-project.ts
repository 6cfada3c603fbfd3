import { closeSync, openSync, writeSync } from 'node:fs'
import { seededDataset, sizeM } from './seeded-dataset'

/** Writes a project of so many annotations as JSON Lines, article by article: whole, it would not fit. */
export function writeLargeProject(file: string, annotations: number): void {
  const fd = openSync(file, 'w')
  const line = (record: string, row: object) => `${JSON.stringify({ record, ...row })}\n`
  try {
    const articles = Math.ceil(annotations / sizeM.annotations)
    for (let i = 0; i < articles; i += 1) {
      const size = { ...sizeM, id: `article-${i}` }
      const {
        project,
        annotators = [],
        actors = [],
        issues = [],
        ...rows
      } = seededDataset('Large', [size], i + 1)
      if (i === 0) {
        const head = { format: 'counterpoint-jsonl', version: 1, offsetUnit: 'unicode-code-point', project }
        writeSync(fd, line('project', head))
        const registers = [
          ...annotators.map(row => line('annotator', row)),
          ...actors.map(row => line('actor', row)),
          ...issues.map(row => line('issue', row))
        ]
        writeSync(fd, registers.join(''))
      }
      const lines = [
        ...(rows.articles ?? []).map(row => line('article', row)),
        ...(rows.annotations ?? []).map(row => line('annotation', row))
      ]
      writeSync(fd, lines.join(''))
    }
  } finally {
    closeSync(fd)
  }
}
