import { mend } from '../../../core/problems/mend'
import type { Problem } from '../../../core/problems/problem'
import type { Codebook } from '../../../core/project/codebook'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import { fail, ok, type Result } from '../../../core/result'
import { loadArticle } from '../../persistence/load-article'
import { loadRelationsOf } from '../../persistence/load-relations'
import { loadAnnotationsById } from '../../persistence/relations'
import type { Workspace } from '../../persistence/workspace'

export interface MendingDependencies {
  workspace: Workspace
  codebook: Codebook
  newId(): string
  now(): string
}

/** A place in the Annotate view, as the window goes to it. */
export interface ProblemPlace {
  articleId: ArticleId
  annotationId?: AnnotationId
  range?: Problem['range']
  field?: string
}

export function placeOf({ articleId, annotationId, range }: Problem): ProblemPlace {
  return annotationId === undefined ? { articleId, range } : { articleId, annotationId }
}

/** Carries out the step that mends a problem, on the rows as they are now. Answers where its result stands. */
export async function mendProblem(
  problem: Problem,
  { workspace, codebook, newId, now }: MendingDependencies
): Promise<Result<ProblemPlace>> {
  const active = workspace.project()
  if (active === null) return fail('no-project', 'No project is open.')
  const { database } = workspace
  const { projectId, annotatorId } = active
  const text = await loadArticle(database, projectId, problem.articleId)
  if (!text.ok) return text
  const ids = problem.annotationId === undefined ? [] : [problem.annotationId]
  const [annotation] = (await loadAnnotationsById(database, projectId, ids)).values()
  const id = newId() as AnnotationId
  const edit = mend(problem, {
    ...text.value,
    codebook,
    annotation,
    relations: await loadRelationsOf(database, projectId, ...ids),
    newId: id,
    annotatorId,
    now: now()
  })
  if (edit === undefined) return fail('gone', 'This problem is gone already.')
  const done = await workspace.perform(edit)
  if (!done.ok) return done
  const place = placeOf(problem)
  if (problem.mending?.kind === 'tag') return ok({ articleId: problem.articleId, annotationId: id })
  return ok(place)
}
