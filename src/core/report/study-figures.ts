import { ledgerNames, ledgersOf } from '../chronology/ledger'
import { ledgerFigures } from '../chronology/ledger-figure'
import { storyOrderOf } from '../chronology/story-order'
import { storyOrderFigure } from '../chronology/story-order-figure'
import { timelineFigure } from '../chronology/timeline-figure'
import { articlesFigure } from '../perspective/articles-figure'
import { perspectiveColumns } from '../perspective/columns'
import { columnsFigure } from '../perspective/columns-figure'
import { compareArticles } from '../perspective/compare-articles'
import { perspectiveMatrix } from '../perspective/matrix'
import { matrixFigure } from '../perspective/matrix-figure'
import { perspectivesOf } from '../perspective/perspective'
import { voiceShareFigures } from '../perspective/voice-share-figures'
import type { Study } from '../project/study'
import type { Figure } from './figure'

/** Every way to show a whole study, with each view's usual choices, in the order of the views. */
const makers: readonly ((study: Study) => readonly Figure[])[] = [
  columns,
  matrix,
  articles,
  study => voiceShareFigures(study, perspectivesOf(study), null),
  study => [timelineFigure(study, 'case')],
  storyOrder,
  study =>
    ledgerFigures(
      ledgersOf(study).filter(({ hasCharges }) => hasCharges),
      ledgerNames(study)
    )
]

/**
 * The figures of a study, without those that would be empty or are there already. One after another: those of a large
 * study take long enough together to hold up a window.
 */
export function* studyFigures(study: Study, given: readonly Figure[]): Generator<Figure> {
  const known = new Set(given.map(({ id }) => id))
  for (const make of makers) {
    for (const figure of make(study)) if (!known.has(figure.id) && figure.table.rows.length > 0) yield figure
  }
}

/** On all issues and with nothing filtered: what a view shows before anything is chosen in it. */
function unfiltered(study: Study) {
  return { issue: null, ofAll: perspectivesOf(study).length, filter: '' }
}

function columns(study: Study): readonly Figure[] {
  const perspectives = perspectivesOf(study)
  const options = { columnsBy: 'stance', rowsBy: 'sub-issue', sort: 'story', grouping: 'none' } as const
  const made = perspectiveColumns(study, perspectives, null, { ...options, actors: null })
  return [columnsFigure(study, perspectives, made, { ...unfiltered(study), ...options })]
}

function matrix(study: Study): readonly Figure[] {
  const perspectives = perspectivesOf(study)
  const made = perspectiveMatrix(study, perspectives, {
    issue: null,
    order: 'share',
    isGrouped: true,
    hasSilent: false
  })
  return [
    matrixFigure(study, perspectives, made, {
      ...unfiltered(study),
      order: 'share',
      measure: 'passages'
    })
  ]
}

/** Which two of many articles to compare is for a person to choose. */
function articles(study: Study): readonly Figure[] {
  const [a, b, third] = study.articles
  if (a === undefined || b === undefined || third !== undefined) return []
  return [articlesFigure(compareArticles(study, a, b), a, b)]
}

function storyOrder(study: Study): readonly Figure[] {
  const [only, second] = study.articles
  if (only === undefined || second !== undefined) return []
  return [storyOrderFigure(study, storyOrderOf(study, only))]
}
