import type { ProjectData } from '../../project/entities'
import { ok, type Result } from '../../result'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { Problems } from '../problems'
import { parseDatasetFile } from './parse-file'
import { readAnnotations } from './read-annotations'
import { readArticles } from './read-articles'
import { readRegisters } from './read-registers'
import { readRelations } from './read-relations'

/**
 * Reads one dataset file (UTF-8, a byte order mark is accepted) into a project with UTF-16 offsets. On bad
 * input answers the first problem, its place, and where up to 20 problems are; nothing is read in part.
 */
export function readDataset(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const parsed = parseDatasetFile(files)
  if (!parsed.ok) return parsed
  const dataset = parsed.value
  const problems = new Problems()
  const issues: FormatIssue[] = []

  const registers = readRegisters(dataset, context, problems)
  const texts = readArticles(dataset, context, problems, issues)
  const annotations = readAnnotations(dataset, { registers, texts, now: context.now }, problems, issues)
  const relations = readRelations(dataset, problems)

  const failure = problems.toFailure()
  if (failure !== null) return { ok: false, error: failure }
  const { articles, revisions } = texts
  return ok({ data: { ...registers, articles, revisions, annotations, relations }, issues })
}
