import type { ProjectHead } from '../formats/project-source'
import type { Actor } from '../project/entities'
import { actorIdSchema, type ActorId } from '../project/ids'
import { foldName, nameWords } from '../project/registers/fold-name'
import { wordsOf, type NameForm } from './name-form'

/** What an actor is called in an export: `Person 3`, with an id that tells nothing either. */
export interface Pseudonym {
  id: ActorId
  name: string
}

const kindNames = { person: 'Person', organisation: 'Organisation', group: 'Group' } as const

/** Pseudonyms by the actor's id: numbered within a kind, in the order of the register. */
export function pseudonymsOf({ actors }: Pick<ProjectHead, 'actors'>): Map<string, Pseudonym> {
  const counts = new Map<Actor['kind'], number>()
  return new Map(
    actors.map(({ id, kind }) => {
      const number = (counts.get(kind) ?? 0) + 1
      counts.set(kind, number)
      return [id, { id: actorIdSchema.parse(`${kind}-${number}`), name: `${kindNames[kind]} ${number}` }]
    })
  )
}

/**
 * Every form under which an actor can stand in a text: name, aliases and, for persons, the last word of the
 * name, each also in capitals. A form that several actors share stands for "Person 1 or Person 4". Single
 * letters are not looked for.
 */
export function nameForms(actors: readonly Actor[], pseudonyms: ReadonlyMap<string, Pseudonym>): NameForm[] {
  const byForm = new Map<string, Set<string>>()
  const add = (form: string, name: string) => {
    if ([...form.replace(/[^\p{L}\p{N}]/gu, '')].length < 2 && /[\p{L}\p{N}]/u.test(form)) return
    for (const variant of new Set([form, form.toUpperCase(), capitalised(form)])) {
      const names = byForm.get(variant) ?? new Set<string>()
      byForm.set(variant, names.add(name))
    }
  }
  for (const actor of actors) {
    const pseudonym = pseudonyms.get(actor.id)?.name ?? ''
    for (const form of [actor.name, ...actor.aliases]) add(form.normalize('NFC').trim(), pseudonym)
    const last = actor.kind === 'person' ? lastName(actor.name) : null
    if (last !== null) add(last, pseudonym)
  }
  return [...byForm].map(([form, names]) => ({ form, replacement: [...names].join(' or ') }))
}

/** Words of persons' names, folded, with the pseudonyms of those who bear them: what should stand in no text. */
export function telltaleWords(
  actors: readonly Actor[],
  pseudonyms: ReadonlyMap<string, Pseudonym>
): Map<string, string> {
  const words = new Map<string, string>()
  for (const actor of actors) {
    if (actor.kind !== 'person') continue
    for (const form of [actor.name, ...actor.aliases])
      for (const word of nameWords(foldName(form)))
        if ([...word].length >= 3 && isName(form, word)) words.set(word, pseudonyms.get(actor.id)?.name ?? '')
  }
  return words
}

/** Null for names of one word, and for those that end in no name, as "a former employee" does. */
function lastName(name: string): string | null {
  const words = wordsOf(name.normalize('NFC'))
  const last = words.at(-1)
  if (words.length < 2 || last === undefined || !startsAsName(last)) return null
  return nameWords(foldName(name)).includes(foldName(last)) && [...last].length > 2 ? last : null
}

function isName(form: string, foldedWord: string): boolean {
  return wordsOf(form).some(word => foldName(word) === foldedWord && startsAsName(word))
}

/** With a capital letter, or in a script that has none. */
function startsAsName(word: string): boolean {
  return /^[^\p{Ll}]/u.test(word)
}

function capitalised(form: string): string {
  const [first = ''] = form
  return first.toUpperCase() + form.slice(first.length)
}
