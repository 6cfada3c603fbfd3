import path from 'node:path'
import { generatedArticle, publicDomainTexts, sampleArticle } from './prose'
import { measureDeletions, measureMutations, shortfalls, type DeletionRow, type Row } from './measure'

/** The sample article, seven public-domain texts and 40 generated articles. */
export function benchTexts(root: string): string[] {
  const generated = Array.from({ length: 40 }, (_, i) => generatedArticle(i + 1))
  return [sampleArticle(root), ...publicDomainTexts(root), ...generated]
}

/** Measures everything; answers a Markdown table and what falls short of the bars. */
export function runBench(root: string, size: { perText: number; passages: number; seed: number }) {
  const texts = benchTexts(path.resolve(root))
  const rows = measureMutations(texts, size.perText, size.seed)
  const deletions = measureDeletions(texts, size.passages, size.seed)
  return {
    table: `${texts.length} texts\n\n${mutationTable(rows)}\n\n${deletionTable(deletions)}`,
    shortfalls: [...rows, ...deletions].flatMap(shortfalls)
  }
}

function mutationTable(rows: readonly Row[]): string {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  return [
    '| change | annotations | found (IoU ≥ 0.95) | bar | wrong | bar | wrong as exact | orphaned | exact | deleted | attached as moved | attached as exact | ms each |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(row => {
      const { name, annotations: n, bar } = row
      const bars = [share(bar.found, 1), bar.wrong === 1 ? '–' : share(bar.wrong, 1)]
      return `| ${name} | ${n} | ${share(row.found, n)} | ≥ ${bars[0]} | ${share(row.wrong, n)} | ${bars[1] === '–' ? '–' : `≤ ${bars[1]}`} | ${row.silent} | ${share(row.orphaned, n)} | ${share(row.exact, n)} | ${row.gone} | ${row.goneMoved} | ${row.goneExact} | ${(row.milliseconds / n).toFixed(2)} |`
    })
  ].join('\n')
}

function deletionTable(rows: readonly DeletionRow[]): string {
  return [
    '| passage | passages | attached as exact | bar | attached as moved | bar |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows.map(
      row =>
        `| ${row.kind} | ${row.passages} | ${row.exact} | 0 | ${row.moved} | ≤ ${row.mostMoved * 100} % |`
    )
  ].join('\n')
}
