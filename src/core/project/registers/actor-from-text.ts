import type { Actor } from '../entities'
import { foldName } from './fold-name'

/** What a passage of the text names: an actor there is, or a name for one there is not yet. */
export type NamedActor = { known: Actor } | { name: string }

const quotationMarks = /^[\s"'“”‘’„‚«»‹›([{]+|[\s"'“”‘’„‚«»‹›)\]},;:!?]+$/gu
const honorifics =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|judge|justice|senator|sen|rep|congressman|congresswoman|attorney general|attorney)\.?\s+(?=\p{Lu})/iu

/**
 * The actor that a passage names: white space, quotation marks, end marks, an honorific and a possessive "’s" are
 * taken off, then it is looked up by name and alias. Null when no letter or digit is left, or more than 500 UTF-16
 * units.
 */
export function actorFromText(text: string, actors: readonly Actor[]): NamedActor | null {
  const bare = withoutPossessive(text.replace(/\s+/gu, ' ').replace(quotationMarks, ''))
  const name = withoutFullStop(bare.replace(honorifics, ''))
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > 500) return null
  const known = findByName(bare, actors) ?? findByName(name, actors)
  return known === undefined ? { name } : { known }
}

/** The actor of this name, else the first that has it as an alias; case, diacritics and punctuation do not count. */
export function findByName(name: string, actors: readonly Actor[]): Actor | undefined {
  const folded = foldName(name)
  return (
    actors.find(actor => foldName(actor.name) === folded) ??
    actors.find(actor => actor.aliases.some(alias => foldName(alias) === folded))
  )
}

function withoutPossessive(name: string): string {
  return name.replace(/['’]s$/iu, '').replace(/(?<=s)['’]$/iu, '')
}

/** The end of a sentence is no part of a name; the full stop of "Inc." and "U.S." is. */
function withoutFullStop(name: string): string {
  return /(?:\b\p{Lu}|\b(?:inc|ltd|co|corp|jr|sr))\.$/iu.test(name) ? name : name.replace(/[.\s]+$/u, '')
}
