import type { Annotation, Article, Relation, Revision } from '../../project/entities'
import { readAnnotations } from '../dataset/read-annotations'
import { readArticles } from '../dataset/read-articles'
import { readRegisters, type DatasetHead, type Registers } from '../dataset/read-registers'
import type { FormatIssue, ReadContext } from '../format'
import type { Problems } from '../problems'
import { parseJsonlRow } from './read-jsonl'

/** Rows of one article as JSON, not yet checked. */
export interface RawArticle {
  article: unknown
  annotations: readonly unknown[]
}

export interface ReadArticle {
  article: Article
  revisions: Revision[]
  annotations: Annotation[]
}

/**
 * Reads a project article by article, with the checks of the dataset's reader. Problems and issues are placed
 * at `articles[0]` and `annotations[n]` of the article that is read.
 */
export class ArticleReader {
  readonly registers: Registers

  /** Problems of the registers are noted. */
  constructor(
    private readonly head: DatasetHead,
    private readonly context: ReadContext,
    problems: Problems
  ) {
    this.registers = readRegisters(head, context, problems)
  }

  /** Null when problems were noted. */
  read(raw: RawArticle, problems: Problems, issues: FormatIssue[]): ReadArticle | null {
    const article = parseJsonlRow('articles', raw.article, 0, problems)
    const annotations = raw.annotations.flatMap((row, index) => {
      const parsed = parseJsonlRow('annotations', row, index, problems)
      return parsed === null ? [] : [parsed]
    })
    if (article === null || problems.list.length > 0) return null
    const { project, annotators } = this.head
    const texts = readArticles({ project, articles: [article] }, this.context, problems, issues)
    const around = { registers: this.registers, texts, now: this.context.now }
    const rows = readAnnotations({ articles: [article], annotations, annotators }, around, problems, issues)
    const [read] = texts.articles
    if (read === undefined || problems.list.length > 0) return null
    return { article: read, revisions: texts.revisions, annotations: rows }
  }

  /** Null when problems were noted at `relations[index]`. */
  readRelation(raw: unknown, index: number, problems: Problems): Relation | null {
    const row = parseJsonlRow('relations', raw, index, problems)
    return row === null ? null : { ...row, projectId: this.registers.project.id }
  }
}
