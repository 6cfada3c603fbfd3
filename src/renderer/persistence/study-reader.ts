import { AnnotationIndex } from '../../core/annotation/annotation-index'
import type { ChangeSet, RowChange } from '../../core/history/change-set'
import type { Article, Revision } from '../../core/project/entities'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import type { StudyArticle } from '../../core/project/study'
import { annotationsOfArticle } from './annotations-of-article'
import { Listeners } from './listeners'
import { storageFailure } from './storage-failure'
import type { Workspace } from './workspace'

/** Articles read at once: more keep the window from its turn, fewer wait for the store more often. */
const articlesPerRead = 10

export interface StudyReading {
  /** Those read so far, in the order they were asked for. */
  readonly articles: readonly StudyArticle[]
  /** Articles still to be read. */
  readonly waiting: number
  /** Why the rest cannot be read; null while nothing is wrong. */
  readonly failure: string | null
}

interface Held {
  index: AnnotationIndex
  value: StudyArticle
}

/**
 * Texts and annotations of a project's articles, read once and patched by every commit. What was read stays,
 * so that the next view finds it; an article that nothing touched stays the same object.
 */
export class StudyReader {
  readonly #workspace: Workspace
  readonly #projectId: ProjectId
  readonly #held = new Map<ArticleId, Held>()
  readonly #listeners = new Listeners<undefined>()
  /** Commits since the read under way began; null while none is. */
  #early: RowChange[] | null = null
  #wanted: readonly Article[] = []
  #reading: StudyReading | null = null
  #failure: string | null = null

  constructor(workspace: Workspace, projectId: ProjectId) {
    this.#workspace = workspace
    this.#projectId = projectId
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Null before anything was asked for. */
  readonly reading = (): StudyReading | null => this.#reading

  /** These articles, in this order, are what is looked at from now on. */
  want(articles: readonly Article[]): void {
    this.#wanted = articles
    this.#failure = null
    this.#tell()
    if (this.#early === null) void this.#readMissing().catch((error: unknown) => this.#fail(error))
  }

  /** Follows commits until what it answers is called; everything is then forgotten. */
  open(): () => void {
    const stop = this.#workspace.onCommitted(changeSet => this.#follow(changeSet))
    return () => {
      stop()
      this.#wanted = []
      this.#held.clear()
    }
  }

  async #readMissing(): Promise<void> {
    for (;;) {
      const missing = this.#wanted.filter(article => !this.#isCurrent(article)).slice(0, articlesPerRead)
      if (missing.length === 0) break
      this.#early = []
      const read = await this.#read(missing)
      for (const held of read) {
        const { article, revision } = held.value
        held.index.patch(this.#early, article.id, revision.number)
        held.value = { ...held.value, annotations: held.index.inOrder() }
        this.#held.set(article.id, held)
      }
      // An article whose text is missing would be asked for again and again.
      if (read.length < missing.length) {
        const found = new Set(read.map(({ value }) => value.article.id))
        const lost = new Set(missing.filter(({ id }) => !found.has(id)))
        this.#wanted = this.#wanted.filter(article => !lost.has(article))
      }
      this.#tell()
    }
    this.#early = null
  }

  #fail(error: unknown): void {
    this.#early = null
    this.#failure = storageFailure(error).error.message
    this.#tell()
  }

  #isCurrent(article: Article): boolean {
    return this.#held.get(article.id)?.value.revision.number === article.revision
  }

  #read(articles: readonly Article[]): Promise<Held[]> {
    const { database } = this.#workspace
    const one = async (article: Article): Promise<Held[]> => {
      const key = { projectId: this.#projectId, articleId: article.id }
      const [revisions, rows] = await Promise.all([
        database.revisions.where(key).toArray(),
        annotationsOfArticle(database, this.#projectId, article.id)
      ])
      const revision = revisions.find((candidate: Revision) => candidate.number === article.revision)
      if (revision === undefined) return []
      const index = new AnnotationIndex(
        [],
        rows.filter(row => row.revision === revision.number)
      )
      return [{ index, value: { article, revision, annotations: index.inOrder() } }]
    }
    return database.transaction('r', [database.revisions, database.annotations], async () =>
      (await Promise.all(articles.map(one))).flat()
    )
  }

  #follow({ projectId, changes }: ChangeSet): void {
    if (projectId !== this.#projectId) return
    this.#early?.push(...changes)
    let hasChanged = false
    for (const [id, held] of this.#held) {
      if (held.index.patch(changes, id, held.value.revision.number).size === 0) continue
      held.value = { ...held.value, annotations: held.index.inOrder() }
      hasChanged = true
    }
    if (hasChanged) this.#tell()
  }

  #tell(): void {
    const articles: StudyArticle[] = []
    for (const article of this.#wanted) {
      const held = this.#held.get(article.id)
      if (held === undefined || !this.#isCurrent(article)) continue
      if (held.value.article !== article) held.value = { ...held.value, article }
      articles.push(held.value)
    }
    const waiting = this.#wanted.length - articles.length
    const old = this.#reading
    const isSame =
      old !== null &&
      waiting === old.waiting &&
      this.#failure === old.failure &&
      articles.length === old.articles.length &&
      articles.every((value, i) => value === old.articles[i])
    if (isSame) return
    this.#reading = { articles, waiting, failure: this.#failure }
    this.#listeners.call(undefined)
  }
}
