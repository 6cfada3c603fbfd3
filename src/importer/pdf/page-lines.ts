/** A run of text on a page, in points from its lower left corner. */
export interface PdfRun {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** Runs that follow each other on one line of one column. */
export interface PdfLine extends PdfRun {
  end: number
}

/** Runs on one height within a size of each other make a line; a wider gap is the space between two columns. */
export function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const rows: PdfRun[][] = []
  for (const run of runs) {
    if (run.text.trim() === '') continue
    const row = rows.find(
      ([first]) => first !== undefined && Math.abs(first.y - run.y) < Math.max(2, run.size * 0.4)
    )
    if (row === undefined) rows.push([run])
    else row.push(run)
  }
  return rows.flatMap(row => {
    const lines: PdfLine[] = []
    for (const run of row.sort((a, b) => a.x - b.x)) {
      const last = lines.at(-1)
      const gap = last === undefined ? Infinity : run.x - last.end
      if (last === undefined || gap > Math.max(last.size, run.size) * 1.2) {
        lines.push({ ...run, end: run.x + run.width })
        continue
      }
      const isApart = gap > run.size * 0.12 && !/\s$/.test(last.text) && !/^\s/.test(run.text)
      last.text += (isApart ? ' ' : '') + run.text
      last.end = run.x + run.width
      last.size = Math.max(last.size, run.size)
    }
    return lines
  })
}

/**
 * Lines in reading order. Where a gutter parts the page, each stretch between lines that cross it is read down the
 * left column and then down the right one.
 */
export function inReadingOrder(lines: readonly PdfLine[], pageWidth: number): PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y || a.x - b.x)
  const gutter = findGutter(byHeight, pageWidth)
  if (gutter === null) return byHeight
  const ordered: PdfLine[] = []
  let [left, right]: [PdfLine[], PdfLine[]] = [[], []]
  for (const line of byHeight) {
    if (line.end <= gutter) left.push(line)
    else if (line.x >= gutter) right.push(line)
    else {
      ordered.push(...left, ...right, line)
      ;[left, right] = [[], []]
    }
  }
  return [...ordered, ...left, ...right]
}

/** Where the page has text on both sides and next to none across. */
function findGutter(lines: readonly PdfLine[], pageWidth: number): number | null {
  let best: { x: number; crossing: number } | null = null
  for (let x = pageWidth * 0.35; x <= pageWidth * 0.65; x += 2) {
    const left = lines.filter(line => line.end <= x).length
    const right = lines.filter(line => line.x >= x).length
    const crossing = lines.length - left - right
    if (left < 4 || right < 4 || crossing > (left + right) * 0.25) continue
    if (best === null || crossing < best.crossing) best = { x, crossing }
  }
  return best?.x ?? null
}
