import type { Study } from '../project/study'
import { eventWordsOf, ordinal, placeInWords } from './event-words'
import type { StoryOrder, ToldEvent } from './story-order'
import { differenceInWords, stretchInWords } from './time-difference'
import { isoDayOf } from './time-axis'

/** "Told first, happened fourth" */
export function toldAndHappened({ told, happened }: ToldEvent): string {
  return `Told ${ordinal(told)}, happened ${placeInWords(happened)}`
}

/** What telling this event here does to the story's order, in a sentence. */
export function storySentence(study: Study, { told }: StoryOrder, one: ToldEvent): string {
  const { title } = eventWordsOf(study)
  const next = told[one.told]
  if (one.told === 1 && next !== undefined && next.drawn.until <= one.drawn.from) {
    const back = differenceInWords(one.drawn, next.drawn).replace(/ earlier$/u, '')
    return `The story opens here and goes back ${back}, to “${title(next.event)}”.`
  }
  const previous = told[one.told - 2]
  switch (one.anachrony) {
    case 'flashback':
      return previous === undefined || previous.drawn.from < one.drawn.until
        ? 'A step back from the line of the story.'
        : `A step back: it happened ${differenceInWords(previous.drawn, one.drawn)} than “${title(previous.event)}”, told just before.`
    case 'flash-forward': {
      const earlier = told.slice(one.told).filter(({ drawn }) => drawn.until <= one.drawn.from).length
      return `Told ahead of its time: ${earlier} of the events told later happened before it.`
    }
    case null:
      return one.happened.first === one.told && one.happened.last === one.told
        ? 'Told in its place.'
        : 'On the main line of the story.'
  }
}

/** What the order of a story comes to, in sentences; none says more than is certain. */
export function storySummary(story: StoryOrder): string {
  const { pairs, tau } = story
  const ordered = pairs.agreeing + pairs.inverted
  if (tau === null) return 'No two of these events can be put in order.'
  const share = Math.round((100 * pairs.agreeing) / ordered)
  return `${share}% of the ${ordered.toLocaleString('en')} pairs that can be ordered are told as they happened (τ = ${tau.toFixed(2).replace('-', '−')}).`
}

/** "Nothing told between May 2018 and September 2021: 3 years", as far as whole years go. */
export function silenceInWords({ from, until }: StoryOrder['silences'][number]): string {
  return `Nothing told from ${monthOf(from)} to ${monthOf(until)}: ${stretchInWords(until - from, until - from)}`
}

function monthOf(day: number): string {
  return isoDayOf(day).slice(0, 7)
}

/** "Verdict without a trial (United States v. Lacey)" */
export function missingInWords(study: Study, { missing }: StoryOrder): readonly string[] {
  const words = eventWordsOf(study)
  return missing.map(
    ({ event, step, case: ofCase }) =>
      `${words.type(event.type) ?? 'An event'} without ${step} (${words.caseName(ofCase) ?? ''})`
  )
}
