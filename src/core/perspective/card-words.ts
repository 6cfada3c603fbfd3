import { describeEdtf, parseEdtf } from '../chronology/edtf'
import type { Study } from '../project/study'
import { holderName, optionName } from './card-order'
import type { Perspective } from './perspective'

/** What stands on a card beside the quotation, each in the words of the codebook; null where nothing is set. */
export interface CardWords {
  readonly holder: string
  readonly role: string | null
  readonly stance: string | null
  /** "Paraphrase" for what the built-in codebook calls indirect: the word readers know. */
  readonly form: string | null
  readonly attitude: string | null
  /** Null also when the holder is named: that goes without saying. */
  readonly anonymity: string | null
  readonly frames: readonly string[]
}

export function cardWords(study: Study, perspective: Perspective): CardWords {
  const { role, stance, form, attitude, anonymity, frames } = perspective
  const name = (attribute: string, id: string | null) =>
    id === null ? null : optionName(study, attribute, id)
  const formName = name('form', form)
  return {
    holder: holderName(study, perspective),
    role: name('role', role),
    stance: name('stance', stance),
    form: form === 'indirect' && formName === 'Indirect' ? 'Paraphrase' : formName,
    attitude: name('attitude', attitude),
    anonymity: anonymity === 'named' ? null : name('anonymity', anonymity),
    frames: frames.map(frame => optionName(study, 'frames', frame))
  }
}

/** The name of a card for those who do not see it: who, in which role and form, where, then the words. */
export function cardName(study: Study, perspective: Perspective): string {
  const { holder, role, stance, form } = cardWords(study, perspective)
  const { paragraph, of } = perspective.place
  const where =
    study.articles.length > 1 ? `paragraph ${paragraph} of ${of.article.title}` : `paragraph ${paragraph}`
  const who = [holder, role, stance, form, where].filter(word => word !== null).join(', ')
  return `${who}: ${quoteWithGaps(perspective)}`
}

/** All pieces verbatim, with […] where something is left out between them. */
export function quoteWithGaps({ pieces }: Perspective): string {
  return pieces.join(' […] ')
}

/** A quotation to paste elsewhere: the words, who holds the view, and where it was published. */
export function quotationWithSource(study: Study, perspective: Perspective): string {
  const { article } = perspective.place.of
  const date = parseEdtf(article.publishedAt)
  const source = [
    `“${article.title}”`,
    article.byline,
    article.outlet,
    date.ok ? describeEdtf(date.value) : article.publishedAt,
    `¶${perspective.place.paragraph}`
  ].filter(part => part !== '')
  return `“${withoutQuotationMarks(quoteWithGaps(perspective))}” (${holderName(study, perspective)}, in ${source.join(', ')})`
}

function withoutQuotationMarks(text: string): string {
  const inner = text.replace(/^[“"„«]/u, '').replace(/[”"“»]$/u, '')
  // Only a pair around all of it: marks inside belong to the words.
  return inner.length === text.length - 2 ? inner : text
}
