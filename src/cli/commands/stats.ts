import type { ProjectSource } from '../../core/formats/project-source'
import { inputArguments, parseArguments } from '../arguments'
import { openProject } from '../input/open-project'
import type { ExitCode, Io } from '../io'
import { sayIssues, toJson } from '../output/report'

/** `counterpoint stats`. */
export async function stats(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    ...inputArguments,
    json: { type: 'boolean' }
  })
  const project = await openProject(positionals, values, io)
  try {
    const figures = countProject(project.source)
    if (values.json === true) await io.out(toJson({ ok: true, ...figures, issues: project.issues }))
    else {
      await io.out(inLines(figures))
      sayIssues(null, project.issues, io)
    }
    return 0
  } finally {
    project.close()
  }
}

type Tally = Record<string, number>

interface Figures {
  title: string
  articles: number
  /** UAX #29 words of the texts that are annotated now. */
  words: number
  annotations: number
  spans: number
  relations: number
  actors: number
  issuesInDispute: number
  cases: number
  articlesByStatus: Tally
  annotationsByLayer: Tally
  annotationsByAnnotator: Tally
  relationsByType: Tally
}

function countProject({ head, articles }: ProjectSource): Figures {
  const names = new Map<string, string>(head.annotators.map(row => [row.id, row.name]))
  const figures: Figures = {
    title: head.project.title,
    ...{ articles: 0, words: 0, annotations: 0, spans: 0, relations: 0 },
    actors: head.actors.length,
    issuesInDispute: head.issues.length,
    cases: head.cases.length,
    articlesByStatus: {},
    annotationsByLayer: Object.fromEntries(head.codebook.layers.map(layer => [layer.id, 0])),
    annotationsByAnnotator: {},
    relationsByType: {}
  }
  for (const rows of articles()) {
    figures.articles += 1
    figures.words += rows.article.wordCount
    add(figures.articlesByStatus, rows.article.status)
    for (const { layer, annotatorId, spans } of rows.annotations) {
      figures.annotations += 1
      figures.spans += spans.length
      add(figures.annotationsByLayer, layer)
      add(figures.annotationsByAnnotator, names.get(annotatorId) ?? annotatorId)
    }
    for (const { type } of rows.relations) {
      figures.relations += 1
      add(figures.relationsByType, type)
    }
  }
  return figures
}

function add(tally: Tally, key: string): void {
  tally[key] = (tally[key] ?? 0) + 1
}

function inLines(figures: Figures): string {
  const { title, articlesByStatus, annotationsByLayer, annotationsByAnnotator, relationsByType, ...plain } =
    figures
  const { issuesInDispute, ...counts } = plain
  const rows: [string, number][] = [
    ...Object.entries(counts),
    ['issues', issuesInDispute],
    ...prefixed('articles', articlesByStatus),
    ...prefixed('layer', annotationsByLayer),
    ...prefixed('annotator', annotationsByAnnotator),
    ...prefixed('relation', relationsByType)
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return [title, ...rows.map(([name, count]) => `${name.padEnd(width)}${count}`), ''].join('\n')
}

function prefixed(what: string, tally: Tally): [string, number][] {
  return Object.entries(tally).map(([key, count]) => [`${what} ${key}`, count])
}
