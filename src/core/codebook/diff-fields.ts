import type { Attribute, CodebookOption, Layer } from '../project/codebook'
import { attributeKindNames } from './attribute-kinds'
import { offeredColours } from './layer-colours'

/** How a change of one key reads; the values are what it was and what it is. */
export type FieldWords<T> = { [K in keyof T]?: (before: T[K], after: T[K]) => string }

/** What differs between two rows, one phrase for each key that has words. */
export function changed<T extends object>(before: T, after: T, words: FieldWords<T>): string[] {
  return (Object.keys(words) as (keyof T)[]).flatMap(key => {
    const spell = words[key]
    if (spell === undefined || JSON.stringify(before[key]) === JSON.stringify(after[key])) return []
    return [spell(before[key], after[key])]
  })
}

const text = (name: string) => (before: string | undefined, after: string | undefined) =>
  before === undefined ? `has ${name} now` : after === undefined ? `lost its ${name}` : `has another ${name}`
const key = (before: string | undefined, after: string | undefined) =>
  after === undefined ? `gave up the key ${before ?? ''}` : `has the key ${after}`
const retired = (_: true | undefined, after: true | undefined) =>
  after === true ? 'retired' : 'offered again'
const renamed = (_: string, after: string) => `renamed to “${after}”`
const id = (before: string, after: string) => `has the id “${after}” instead of “${before}”`

export const optionFields: FieldWords<CodebookOption> = {
  name: renamed,
  id,
  retired,
  definition: text('definition'),
  key
}

export const attributeFields: FieldWords<Attribute> = {
  name: renamed,
  id,
  retired,
  kind: (before, after) => `turned from “${attributeKindNames[before]}” into “${attributeKindNames[after]}”`,
  required: (_, after) => (after === true ? 'is required now' : 'is no longer required'),
  secondary: (_, after) => (after === true ? 'is folded away now' : 'is no longer folded away'),
  guidance: text('guidance'),
  key,
  minimum: (_, after) => (after === undefined ? 'has no lower end now' : `begins at ${after}`),
  maximum: (_, after) => (after === undefined ? 'has no upper end now' : `ends at ${after}`),
  allowsArticleVoice: (_, after) =>
    after === true ? "can be the article's own voice now" : "can no longer be the article's own voice"
}

export const layerFields: FieldWords<Layer> = {
  name: renamed,
  id,
  retired,
  pluralName: (_, after) => `has the plural “${after}”`,
  initial: (before, after) => `has the initial ${after} instead of ${before}`,
  key,
  colour: (before, after) => `has the colour ${colourName(after)} instead of ${colourName(before)}`,
  lineStyle: (before, after) => `has a ${after} line instead of a ${before} one`,
  guidance: text('guidance')
}

function colourName(colour: string): string {
  return offeredColours.find(row => row.colour === colour)?.name.toLowerCase() ?? colour
}
