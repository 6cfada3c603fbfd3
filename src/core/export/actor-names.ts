import type { FormatIssue } from '../formats/format'
import type { ProjectHead } from '../formats/project-source'
import { caseIdSchema, issueIdSchema, type CaseId, type IssueId } from '../project/ids'
import { foldName } from '../project/registers/fold-name'
import { layersById } from '../project/registers/mentions'
import { NameFinder, wordsOf, type Replacement } from './name-form'
import { nameForms, pseudonymsOf, telltaleWords } from './pseudonyms'
import { replaceIn } from './replaced-text'

const rememberedWords = 100_000

/** What is known of the names of a project, for everything in which they can stand. */
export class ActorNames {
  readonly pseudonyms
  readonly layers
  readonly #finder
  readonly #telltale
  readonly #issueIds
  readonly #caseIds
  readonly #issues
  readonly #bearers = new Map<string, string | undefined>()
  readonly #said = new Set<string>()

  constructor(head: ProjectHead, issues: FormatIssue[]) {
    this.pseudonyms = pseudonymsOf(head)
    this.layers = layersById(head.codebook)
    this.#finder = new NameFinder(nameForms(head.actors, this.pseudonyms))
    this.#telltale = telltaleWords(head.actors, this.pseudonyms)
    this.#issueIds = new Map<string, IssueId>(
      head.issues.map((row, at) => [row.id, issueIdSchema.parse(`issue-${at + 1}`)])
    )
    this.#caseIds = new Map<string, CaseId>(
      head.cases.map((row, at) => [row.id, caseIdSchema.parse(`case-${at + 1}`)])
    )
    this.#issues = issues
    this.say(
      '',
      'Web addresses, original files, docket numbers and links are left out: they lead to the names.'
    )
  }

  /** What is to be replaced in this text; words of names that are left are reported at the place. */
  find(text: string, place: string): Replacement[] {
    const found = this.#finder.find(text)
    let from = 0
    for (const { startUtf16, endUtf16 } of found) {
      this.#reportLeft(text.slice(from, startUtf16), place)
      from = endUtf16
    }
    this.#reportLeft(text.slice(from), place)
    return found
  }

  replace(text: string, place: string): string {
    return text === '' ? '' : replaceIn(text, this.find(text, place))
  }

  issueId(id: string) {
    return this.#issueIds.get(id) ?? null
  }

  caseId(id: string) {
    return this.#caseIds.get(id) ?? null
  }

  actorId(id: string) {
    return this.pseudonyms.get(id)?.id ?? null
  }

  say(place: string, message: string): void {
    const key = `${place}\n${message}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.#issues.push({ place, message })
  }

  #reportLeft(text: string, place: string): void {
    if (this.#telltale.size === 0) return
    for (const word of wordsOf(text)) {
      const name = this.#bearerOf(word)
      if (name !== undefined) this.say(place, `A word of the name of ${name} is left here; look it over.`)
    }
  }

  /** Folding takes a hundred times as long as looking up, and texts repeat their words. */
  #bearerOf(word: string): string | undefined {
    if (this.#bearers.has(word)) return this.#bearers.get(word)
    const folded = foldName(word)
    const name = this.#telltale.get(folded) ?? this.#telltaleStem(folded)
    if (this.#bearers.size < rememberedWords) this.#bearers.set(word, name)
    return name
  }

  /** Endings of inflected names: up to two letters, of words that stay long enough to be told. */
  #telltaleStem(folded: string): string | undefined {
    if (folded.length < 6) return undefined
    return this.#telltale.get(folded.slice(0, -1)) ?? this.#telltale.get(folded.slice(0, -2))
  }
}
