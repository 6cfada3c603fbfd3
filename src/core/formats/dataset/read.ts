import type { ProjectData } from '../../project/entities'
import { ok, type Result } from '../../result'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { Problems } from '../problems'
import { parseDatasetFile } from './parse-file'
import { readAnnotations } from './read-annotations'
import { readArticles } from './read-articles'
import { readRegisters } from './read-registers'
import { readRelations } from './read-relations'
import type { Dataset } from './schema'

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
  const problems = new Problems()
  const read = readDatasetRows(parsed.value, context, problems)
  const failure = problems.toFailure()
  return failure === null ? ok(read) : { ok: false, error: failure }
}

/** The project that rows of the right shape say, when no problem is noted; its parts belong together then. */
export function readDatasetRows(
  dataset: Dataset,
  context: ReadContext,
  problems: Problems
): { data: ProjectData; issues: FormatIssue[] } {
  const issues: FormatIssue[] = []
  const registers = readRegisters(dataset, context, problems)
  const texts = readArticles(dataset, context, problems, issues)
  const annotations = readAnnotations(dataset, { registers, texts, now: context.now }, problems, issues)
  const relations = readRelations(dataset, problems)
  const { articles, revisions } = texts
  return { data: { ...registers, articles, revisions, annotations, relations }, issues }
}
