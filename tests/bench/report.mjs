/**
 * @typedef {import('./figure').Figure} Figure
 * @typedef {import('./figure').Target} Target
 * @typedef {{ median: number, p95: number, p99: number, max: number, ratio: number | undefined, peer: number | undefined }} Summary
 */

/**
 * The smallest sample that at least this share of all samples does not exceed.
 * @param {readonly number[]} samples
 * @param {number} share 0–1
 */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/** @param {readonly number[]} samples the mean of the middle two when their number is even */
export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/**
 * @param {Figure} figure
 * @returns {Summary}
 */
export function summarise({ samples, limit, peer }) {
  const middle = median(samples)
  return {
    median: middle,
    p95: percentile(samples, 0.95),
    p99: percentile(samples, 0.99),
    max: Math.max(...samples),
    ratio: limit === undefined ? undefined : middle / median(limit.samples),
    peer: peer === undefined ? undefined : median(peer.samples) / middle
  }
}

/**
 * A Markdown table: one row a figure, with what it is held against and whether it holds.
 * @param {readonly { suite: string, figures: readonly Figure[] }[]} parts
 */
export function toTable(parts) {
  const head = [
    '| figure | n | median | p95 | max | limit: median | ratio | peer: median | times as fast | target | |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|---|---|'
  ]
  const rows = parts.flatMap(part => part.figures.map(toRow))
  return [...head, ...rows].join('\n')
}

/** @param {Figure} figure */
function toRow(figure) {
  const summary = summarise(figure)
  const { limit, peer, targets = [] } = figure
  const verdicts = targets.map(target => holds(summary, target))
  const cells = [
    `${figure.name}, ${figure.unit}`,
    figure.samples.length,
    show(summary.median),
    show(summary.p95),
    show(summary.max),
    limit === undefined ? '–' : `${limit.name}: ${show(median(limit.samples))}`,
    summary.ratio === undefined || !Number.isFinite(summary.ratio) ? '–' : show(summary.ratio),
    peer === undefined ? '–' : `${peer.name}: ${show(median(peer.samples))}`,
    summary.peer === undefined ? '–' : show(summary.peer),
    targets.map(showTarget).join(', ') || '–',
    targets.length === 0 ? '' : verdicts.every(Boolean) ? 'met' : '**missed**'
  ]
  return `| ${cells.join(' | ')} |`
}

/**
 * @param {Summary} summary
 * @param {Target} target
 */
export function holds(summary, { of, atMost = Infinity, atLeast = -Infinity }) {
  const value = summary[of]
  return value !== undefined && value <= atMost && value >= atLeast
}

/** @param {Target} target */
function showTarget({ of, atMost, atLeast }) {
  return `${of} ${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`}`
}

/** @param {number} value three significant digits, whole numbers from a hundred on */
function show(value) {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
