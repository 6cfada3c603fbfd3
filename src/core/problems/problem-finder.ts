import type { Layer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import { annotationChecks } from './annotation-checks'
import { articleChecks } from './article-checks'
import type { CheckedArticle, Finding, Problem } from './problem'

const registerChecks = annotationChecks.filter(check => check.usesRegisters === true)
const ownChecks = annotationChecks.filter(check => check.usesRegisters !== true)

/**
 * Finds an article's problems, again after each change. What the checks of single annotations found is kept
 * by the row, which a change replaces: asking again after one tag costs a walk over the annotations, and the
 * checks run for that tag alone.
 */
export class ProblemFinder {
  #own = new WeakMap<Annotation, readonly Problem[]>()
  #named = new WeakMap<Annotation, readonly Problem[]>()
  #last: CheckedArticle | null = null

  /** In text order, and at one place in the order of the checks. */
  find(article: CheckedArticle): Problem[] {
    this.#forgetOutdated(article)
    this.#last = article
    const layers = new Map(article.codebook.layers.map(layer => [layer.id, layer]))
    const problems: Problem[] = []
    for (const check of articleChecks)
      for (const finding of check.find(article)) problems.push(toProblem(check.id, finding, article))
    for (const annotation of article.annotations) {
      const layer = layers.get(annotation.layer)
      for (const problem of this.#cached(this.#own, ownChecks, annotation, layer, article))
        problems.push(problem)
      for (const problem of this.#cached(this.#named, registerChecks, annotation, layer, article))
        problems.push(problem)
    }
    // Sorting is stable, so the order of the checks stays at each place.
    return problems.sort((a, b) => a.range.startUtf16 - b.range.startUtf16)
  }

  #forgetOutdated({ codebook, article, revision, known }: CheckedArticle): void {
    const last = this.#last
    if (last === null) return
    const isSameText = last.article.publishedAt === article.publishedAt && last.revision === revision
    if (last.codebook !== codebook || !isSameText || last.article.id !== article.id) {
      this.#own = new WeakMap()
      this.#named = new WeakMap()
    } else if (last.known !== known) this.#named = new WeakMap()
  }

  #cached(
    cache: WeakMap<Annotation, readonly Problem[]>,
    checks: typeof annotationChecks,
    annotation: Annotation,
    layer: Layer | undefined,
    article: CheckedArticle
  ): readonly Problem[] {
    const known = cache.get(annotation)
    if (known !== undefined) return known
    const found = checks.flatMap(check =>
      check.find(annotation, layer, article).map(finding => toProblem(check.id, finding, article))
    )
    const kept = found.length === 0 ? none : found
    cache.set(annotation, kept)
    return kept
  }
}

const none: readonly Problem[] = []

function toProblem(checkId: string, finding: Finding, { article }: CheckedArticle): Problem {
  const { mending, annotationId, range } = finding
  const place = annotationId ?? `${range.startUtf16}-${range.endUtf16}`
  const what = mending !== null && 'relationId' in mending ? mending.relationId : finding.detail
  return { ...finding, id: `${checkId} ${place} ${what}`, checkId, articleId: article.id }
}
