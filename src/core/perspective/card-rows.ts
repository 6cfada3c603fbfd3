import { findLayer } from '../project/codebook'
import type { Issue } from '../project/entities'
import type { IssueId } from '../project/ids'
import type { Study } from '../project/study'
import { cardGroups, type Card, type CardGroup, type CardOrder } from './card-order'
import { issueTree, shortIssueName } from './issue-tree'
import { perspectiveLayer, type Perspective } from './perspective'

export const rowsBys = ['sub-issue', 'frame', 'article', 'story'] as const
/** What answers stand beside one another by; `story` aligns nothing. */
export type RowsBy = (typeof rowsBys)[number]

export interface CardsInRows extends CardOrder {
  readonly rowsBy: RowsBy
}

export interface CardRow {
  /** Unlike that of any other column or row. */
  readonly key: string
  /** Empty where there is nothing to align by. */
  readonly title: string
  /** A sub-issue's question; else empty. */
  readonly detail: string
  /** The issue that the row is about; null when it is about none. */
  readonly issue: IssueId | null
  /** One for each column, in their order. */
  readonly cells: readonly CardCell[]
  /** Perspectives in it. */
  readonly count: number
}

export interface CardCell {
  readonly groups: readonly CardGroup[]
  readonly count: number
}

interface RowKind {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly issue: IssueId | null
  /** Shown also when nobody speaks in it. */
  readonly isAlways: boolean
}

interface Rows {
  readonly kinds: readonly RowKind[]
  /** The rows a perspective stands in: at least one of those that there are. */
  of(perspective: Perspective): readonly string[]
}

/** Cards of every column in rows. A perspective with several frames stands in the row of each. */
export function cardRows(
  study: Study,
  all: readonly Perspective[],
  columns: readonly (readonly Perspective[])[],
  issue: Issue | null,
  options: CardsInRows
): readonly CardRow[] {
  const rows = rowsFor(study, issue, options.rowsBy)
  const cells = columns.map(perspectives => cellsOf(perspectives, rows))
  const counts = new Map<string, number>()
  for (const perspective of all)
    for (const key of rows.of(perspective)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return rows.kinds
    .filter(({ key, isAlways }) => isAlways || counts.has(key))
    .map(({ key, title, detail, issue: about }) => ({
      key,
      title,
      detail,
      issue: about,
      count: counts.get(key) ?? 0,
      cells: cells.map(byRow => {
        const cards = byRow.get(key) ?? []
        return { groups: cardGroups(study, cards, options), count: cards.length }
      })
    }))
}

function cellsOf(perspectives: readonly Perspective[], rows: Rows): ReadonlyMap<string, Card[]> {
  const byRow = new Map<string, Card[]>()
  for (const perspective of perspectives) {
    const keys = rows.of(perspective)
    for (const key of keys) {
      const card = {
        key: `${key} ${perspective.annotation.id}`,
        perspective,
        isRepeated: keys.length > 1
      }
      const cards = byRow.get(key)
      if (cards === undefined) byRow.set(key, [card])
      else cards.push(card)
    }
  }
  return byRow
}

function rowsFor(study: Study, issue: Issue | null, rowsBy: RowsBy): Rows {
  switch (rowsBy) {
    case 'story': {
      const one = row('story', '')
      return { kinds: [{ ...one, isAlways: true }], of: () => [one.key] }
    }
    case 'article':
      return {
        kinds: study.articles.map(({ article }) => row(`article:${article.id}`, article.title)),
        of: ({ place }) => [`article:${place.of.article.id}`]
      }
    case 'frame':
      return frameRows(study)
    case 'sub-issue':
      return issueRows(study, issue)
  }
}

const noFrame = row('frame:none', 'No frame yet')

function frameRows({ codebook }: Study): Rows {
  const layer = findLayer(codebook, perspectiveLayer)
  const options = layer?.attributes.find(({ id }) => id === 'frames')?.options ?? []
  const known = new Set(options.map(({ id }) => id))
  return {
    kinds: [...options.map(({ id, name }) => row(`frame:${id}`, name)), noFrame],
    of: ({ frames }) => {
      const keys = [...new Set(frames.filter(id => known.has(id)).map(id => `frame:${id}`))]
      return keys.length === 0 ? [noFrame.key] : keys
    }
  }
}

const noIssue = row('issue:none', 'No issue yet')

/** The parts of an issue, those without a voice too; of all issues those that somebody speaks to. */
function issueRows({ issues }: Study, issue: Issue | null): Rows {
  const tree = issueTree(issues)
  const branches = issue === null ? tree : tree.filter(branch => branch.issue === issue)
  const shown = branches.flatMap(branch => [branch.issue, ...branch.parts])
  const parts = new Set(branches.flatMap(branch => (issue === null ? [] : branch.parts)))
  const known = new Set<string>(shown.map(({ id }) => id))
  // A sub-issue that was chosen has no branch of its own.
  if (issue !== null && shown.length === 0) {
    shown.push(issue)
    known.add(issue.id)
  }
  const kinds = shown.map((one): RowKind => {
    const isWhole = one === issue && parts.size > 0
    const title = isWhole ? 'The issue as a whole' : shortIssueName(one)
    const detail = isWhole || title === one.question ? '' : one.question
    return { key: `issue:${one.id}`, title, detail, issue: one.id, isAlways: parts.has(one) }
  })
  return {
    kinds: [...kinds, noIssue],
    of: ({ issue: id }) => [id !== null && known.has(id) ? `issue:${id}` : noIssue.key]
  }
}

function row(key: string, title: string): RowKind {
  return { key, title, detail: '', issue: null, isAlways: false }
}
