import { findPlace, type Place } from '../../../core/codebook/place'
import { builtInCodebook } from '../../../core/project/built-in-codebook'

/** What to know before the id of a built-in layer or attribute is changed. */
export function knownIdHint(place: Place): { hint?: string } {
  return findPlace(builtInCodebook, place) === undefined ? {} : { hint: 'Other views know it by this id.' }
}
