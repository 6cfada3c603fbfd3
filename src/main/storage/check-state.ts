import type { ProjectCheck } from '../../contract/storage'
import { checkAttributeValue, type KnownIds } from '../../core/annotation/attribute-value'
import type { Attribute } from '../../core/project/codebook'
import type { Annotation, AttributeValue } from '../../core/project/entities'
import type { ProjectState } from '../../core/history/project-state'
import { hashBytes } from './hash-bytes'
import { Pacer } from './pacer'
import type { OnProgress } from './progress-stages'

export type Finding = ProjectCheck['findings'][number]

/**
 * What does not fit together in a project's rows: texts that are not those they were stored as, annotations
 * that do not stand on the words they quote, and rows that name others which are not there.
 */
export async function* checkState(state: ProjectState, onProgress: OnProgress): AsyncGenerator<Finding> {
  const { revisions, annotations, relations } = state.rows
  const total = revisions.size + annotations.size + relations.size
  const pacer = new Pacer()
  let done = 0
  for await (const finding of new StateCheck(state).all()) {
    if (finding !== undefined) yield finding
    else done += 1
    if (!pacer.isDue()) continue
    onProgress(done, total)
    await pacer.pause()
  }
  onProgress(total, total)
}

/** An article's title in quotation marks, for the place of a finding. */
export function articleInWords(state: ProjectState, articleId: string): string {
  const article = state.rows.articles.get(articleId)
  return article === undefined ? 'An article that is missing' : `Article “${shortened(article.title)}”`
}

class StateCheck {
  /** By article and number. */
  readonly #texts = new Map<string, string>()
  readonly #known: KnownIds
  readonly #attributes = new Map<string, ReadonlyMap<string, Attribute>>()

  constructor(private readonly state: ProjectState) {
    const { rows } = state
    for (const { articleId, number, text } of rows.revisions.values()) {
      this.#texts.set(revisionKey(articleId, number), text)
    }
    this.#known = {
      actors: new Set(rows.actors.keys()),
      issues: new Set(rows.issues.keys()),
      cases: new Set(rows.cases.keys())
    }
    for (const { layers } of rows.codebooks.values()) {
      for (const { id, attributes } of layers) {
        this.#attributes.set(id, new Map(attributes.map(attribute => [attribute.id, attribute])))
      }
    }
  }

  /** Findings, and `undefined` after each revision, annotation and relation: a moment to let others work. */
  async *all(): AsyncGenerator<Finding | undefined> {
    const { rows } = this.state
    if (rows.projects.size === 0)
      yield { place: 'Project', message: 'Its title and description are missing.' }
    if (rows.codebooks.size === 0) yield { place: 'Project', message: 'Its codebook is missing.' }
    for (const { id, revision } of rows.articles.values()) {
      if (this.#texts.has(revisionKey(id, revision))) continue
      yield { place: articleInWords(this.state, id), message: `Its text (version ${revision}) is missing.` }
    }
    for (const row of rows.revisions.values()) {
      const place = `${articleInWords(this.state, row.articleId)}, text version ${row.number}`
      if (!rows.articles.has(row.articleId)) yield { place, message: 'This text belongs to no article.' }
      if ((await hashBytes(Buffer.from(row.text))) !== row.textSha256) {
        yield { place, message: 'The text is not the one that was stored.' }
      }
      yield undefined
    }
    for (const row of rows.annotations.values()) {
      for (const message of this.#annotationProblems(row)) yield { place: this.#placeOf(row), message }
      yield undefined
    }
    yield* this.#caseProblems()
    yield* this.#issueProblems()
    for (const { id, type, from, to, annotatorId } of rows.relations.values()) {
      const place = `Relation “${type}” (${id})`
      for (const end of [from, to]) {
        if (rows.annotations.has(end)) continue
        yield { place, message: `It links the annotation ${end}, which is missing.` }
      }
      if (!rows.annotators.has(annotatorId)) yield { place, message: 'Who made it is missing.' }
      yield undefined
    }
  }

  #placeOf({ articleId, spans }: Annotation): string {
    return `${articleInWords(this.state, articleId)}, annotation on “${shortened(spans[0]?.quote ?? '')}”`
  }

  #annotationProblems(row: Annotation): string[] {
    const { articles, annotators } = this.state.rows
    const problems: string[] = []
    if (!articles.has(row.articleId)) problems.push('The annotation’s article is missing.')
    const text = this.#texts.get(revisionKey(row.articleId, row.revision))
    if (text === undefined) {
      problems.push(`The text that it was made on (version ${row.revision}) is missing.`)
    } else {
      for (const { startUtf16, endUtf16, quote } of row.spans) {
        if (text.slice(startUtf16, endUtf16) === quote) continue
        problems.push(`It does not stand on the words it quotes: “${shortened(quote)}”.`)
      }
    }
    if (!annotators.has(row.annotatorId)) problems.push('Who made it is missing.')
    const attributes = this.#attributes.get(row.layer)
    if (attributes === undefined) problems.push(`The codebook has no layer “${row.layer}”.`)
    for (const [id, value] of Object.entries(row.attributes)) {
      const attribute = attributes?.get(id)
      const reason = attribute === undefined ? null : this.#missingReference(attribute, value)
      if (attribute !== undefined && reason !== null) problems.push(`${attribute.name}: ${reason}.`)
    }
    return problems
  }

  /** Values of other kinds may be anything that was allowed once: a codebook changes. */
  #missingReference(attribute: Attribute, value: AttributeValue): string | null {
    const { kind } = attribute
    if (kind === 'actor' || kind === 'issue' || kind === 'case') {
      return checkAttributeValue(attribute, value, this.#known)
    }
    if (kind !== 'parties' || !Array.isArray(value)) return null
    for (const party of value) {
      if (typeof party === 'object' && !this.#known.actors.has(party.actor)) {
        return `There is no actor with the id “${party.actor}”`
      }
    }
    return null
  }

  *#issueProblems(): Generator<Finding> {
    for (const { question, partOf } of this.state.rows.issues.values()) {
      if (partOf === undefined || this.#known.issues.has(partOf)) continue
      yield {
        place: `Issue “${shortened(question)}”`,
        message: `The issue it is part of, ${partOf}, is missing.`
      }
    }
  }

  *#caseProblems(): Generator<Finding> {
    for (const { name, charges } of this.state.rows.cases.values()) {
      for (const actor of new Set(charges.flatMap(({ defendants }) => defendants))) {
        if (this.#known.actors.has(actor)) continue
        yield { place: `Case “${shortened(name)}”`, message: `The defendant ${actor} is missing.` }
      }
    }
  }
}

function revisionKey(articleId: string, number: number): string {
  // Ids hold no white space.
  return `${articleId} ${number}`
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 200))
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}
