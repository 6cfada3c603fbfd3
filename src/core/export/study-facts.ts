import { AnnotationIndex } from '../annotation/annotation-index'
import { isUnset, missingRequired } from '../annotation/completeness'
import type { ArticleRows, ProjectHead } from '../formats/project-source'
import { ProblemFinder } from '../problems/problem-finder'
import type { Layer } from '../project/codebook'
import type { Annotation } from '../project/entities'

export interface ArticleFacts {
  title: string
  revision: number
  words: number
  annotations: number
  textSha256: string
}

/** What there is of one layer. */
export interface LayerFacts {
  annotations: number
  /** Annotations that lack what the codebook requires. */
  incomplete: number
  /** By the id of an attribute, how many annotations set it. */
  set: Map<string, number>
}

/** What a methods chapter tells of a project, gathered article by article. */
export class StudyFacts {
  readonly articles: ArticleFacts[] = []
  readonly layers = new Map<string, LayerFacts>()
  /** Annotations by the id of their annotator. */
  readonly annotators = new Map<string, number>()
  /** Problems by the id of the check that finds them. */
  readonly problems = new Map<string, number>()
  /** Annotations of earlier texts, whose place in the current one is not known. */
  orphaned = 0
  relations = 0
  readonly #head: ProjectHead
  readonly #layersById: ReadonlyMap<string, Layer>
  readonly #known

  constructor(head: ProjectHead) {
    this.#head = head
    this.#layersById = new Map(head.codebook.layers.map(row => [row.id, row]))
    this.#known = {
      actors: new Set<string>(head.actors.map(row => row.id)),
      issues: new Set<string>(head.issues.map(row => row.id)),
      cases: new Set<string>(head.cases.map(row => row.id))
    }
  }

  add({ article, revisions, annotations, relations }: ArticleRows): void {
    const revision = revisions.find(row => row.number === article.revision)
    const { title, wordCount } = article
    this.articles.push({
      ...{ title, revision: article.revision, words: wordCount },
      ...{ annotations: annotations.length, textSha256: revision?.textSha256 ?? '' }
    })
    this.relations += relations.length
    for (const row of annotations) this.#count(row)
    const own = annotations.filter(row => row.revision === article.revision)
    this.orphaned += annotations.length - own.length
    if (revision === undefined) return
    const found = new ProblemFinder().find({
      codebook: this.#head.codebook,
      ...{ article, revision, relations, known: this.#known },
      annotations: new AnnotationIndex(revision.blocks, own).inOrder(),
      // Whole projects are written: relations with a missing end are left out, and said, by the writers.
      isAnnotation: () => true
    })
    for (const { checkId } of found) addOne(this.problems, checkId)
  }

  #count(row: Annotation): void {
    const layer = this.#layersById.get(row.layer)
    const facts = this.layers.get(row.layer) ?? {
      annotations: 0,
      incomplete: 0,
      set: new Map<string, number>()
    }
    this.layers.set(row.layer, facts)
    facts.annotations += 1
    if (layer !== undefined && missingRequired(row, layer).length > 0) facts.incomplete += 1
    for (const [id, value] of Object.entries(row.attributes)) if (!isUnset(value)) addOne(facts.set, id)
    addOne(this.annotators, row.annotatorId)
  }
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
