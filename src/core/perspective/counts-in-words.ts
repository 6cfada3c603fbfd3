import type { Study } from '../project/study'
import { findLayer } from '../project/codebook'
import { optionName } from './card-order'
import { filterFields, type PerspectiveFilter } from './filter-perspectives'
import { perspectiveLayer, type Perspective } from './perspective'

/** "14 perspectives from 8 voices in 3 of 6 articles"; with `ofAll` when only some are shown: "4 of 14 perspectives…". */
export function countsInWords(
  { articles }: Study,
  shown: readonly Perspective[],
  ofAll = shown.length
): string {
  const voices = new Set(shown.map(({ holder }) => holder).filter(holder => holder !== null)).size
  const inArticles = new Set(shown.map(({ place }) => place.of)).size
  const what =
    shown.length === ofAll
      ? countOf(ofAll, 'perspective')
      : `${shown.length.toLocaleString('en')} of ${countOf(ofAll, 'perspective')}`
  const where =
    articles.length === 1
      ? '1 article'
      : `${inArticles.toLocaleString('en')} of ${countOf(articles.length, 'article')}`
  return `${what} from ${countOf(voices, 'voice')} in ${where}`
}

/** "Role in the story: judge or expert; words: “closed”"; empty when nothing is asked for. */
export function filterInWords(study: Study, { words, options }: PerspectiveFilter): string {
  const attributes = findLayer(study.codebook, perspectiveLayer)?.attributes ?? []
  const fields = filterFields.flatMap(field => {
    const chosen = options[field] ?? []
    if (chosen.length === 0) return []
    const name = attributes.find(({ id }) => id === field)?.name ?? field
    return [`${name}: ${chosen.map(id => optionName(study, field, id).toLowerCase()).join(' or ')}`]
  })
  return [...fields, ...(words.trim() === '' ? [] : [`words: “${words.trim()}”`])].join('; ')
}

/** "1 card", "1,200 cards" */
function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
