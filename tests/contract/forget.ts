import type { Loss } from '../../src/core/formats/losses'
import type { Annotation, ProjectData, Span } from '../../src/core/project/entities'
import { paragraphBlocks } from '../../src/core/anchoring/blocks'

/**
 * What a project is once a loss has happened. Both sides of a comparison forget: a reader fills what was lost with
 * something, and that must not count.
 */
export const forget: Record<Loss, (data: ProjectData) => ProjectData> = {
  history: data => data,
  'unused-revisions': data => data,
  'earlier-revisions': data => {
    const current = new Map(data.articles.map(row => [row.id, row.revision]))
    return keepAnnotations(
      {
        ...data,
        articles: data.articles.map(row => ({ ...row, revision: 1 })),
        revisions: data.revisions
          .filter(row => current.get(row.articleId) === row.number)
          .map(row => ({ ...row, number: 1 })),
        annotations: data.annotations.map(row =>
          current.get(row.articleId) === row.revision ? { ...row, revision: 1 } : { ...row, revision: 0 }
        )
      },
      row => row.revision === 1
    )
  },
  blocks: data => ({
    ...data,
    revisions: data.revisions.map(row => ({ ...row, blocks: paragraphBlocks(row.text) }))
  }),
  pages: data => ({ ...data, revisions: data.revisions.map(({ pages: _, ...row }) => row) }),
  'article-metadata': data => ({
    ...data,
    articles: data.articles.map(row => ({
      ...row,
      ...{ byline: '', outlet: '', url: '', publishedAt: '', language: '' }
    }))
  }),
  'article-state': data => ({
    ...data,
    articles: data.articles.map(row => ({ ...row, status: 'new', original: null }))
  }),
  'article-titles': data => ({ ...data, articles: data.articles.map(row => ({ ...row, title: '' })) }),
  'project-metadata': data => ({ ...data, project: { ...data.project, title: '', description: '' } }),
  // Attributes are read with it: the portrait leaves it out itself.
  codebook: data => data,
  'register-details': data => ({
    ...data,
    actors: data.actors.map(({ colour: _, ...row }) => ({
      ...row,
      ...{ kind: 'person', aliases: [], role: '', affiliation: '' }
    })),
    issues: data.issues.map(({ partOf: _, ...row }) => ({ ...row, shortName: '', description: '' })),
    cases: data.cases.map(row => ({ ...row, court: '', jurisdiction: '', docketNumber: '', charges: [] }))
  }),
  attributes: data => mapAnnotations(data, row => ({ ...row, attributes: {} })),
  memo: data => mapAnnotations(data, row => ({ ...row, memo: '' })),
  confidence: data => mapAnnotations(data, row => ({ ...row, confidence: null })),
  annotators: data => {
    const [first] = data.annotators
    if (first === undefined) return data
    const annotatorId = first.id
    return {
      ...mapAnnotations(data, row => ({ ...row, annotatorId })),
      relations: data.relations.map(row => ({ ...row, annotatorId })),
      annotators: [{ ...first, name: 'Somebody', role: 'annotator' }]
    }
  },
  'annotator-roles': data => ({
    ...data,
    annotators: data.annotators.map(row => ({ ...row, role: 'annotator' }))
  }),
  parts: data =>
    mapAnnotations(data, row => ({ ...row, spans: row.spans.filter(span => span.role === 'content') })),
  gaps: data => mapAnnotations(data, row => ({ ...row, spans: withoutGaps(row.spans) })),
  overlaps: data => keepAnnotations(data, () => false),
  'edge-line-breaks': data =>
    keepAnnotations(
      mapAnnotations(data, row => ({ ...row, spans: row.spans.flatMap(withoutEdgeLineBreaks) })),
      row => row.spans.some(span => span.role === 'content')
    ),
  'token-borders': data => data,
  relations: data => ({ ...data, relations: [] }),
  'relations-between-articles': data => {
    const articleOf = new Map(data.annotations.map(row => [row.id, row.articleId]))
    return {
      ...data,
      relations: data.relations.filter(row => articleOf.get(row.from) === articleOf.get(row.to))
    }
  },
  'relation-annotators': data => {
    const by = new Map(data.annotations.map(row => [row.id, row.annotatorId]))
    return {
      ...data,
      relations: data.relations.map(row => ({ ...row, annotatorId: by.get(row.from) ?? row.annotatorId }))
    }
  },
  origins: data => mapAnnotations(data, row => ({ ...row, origin: 'imported' })),
  placements: data => mapAnnotations(data, ({ placement: _, ...row }) => row),
  times: data => mapAnnotations(data, row => ({ ...row, createdAt: '', updatedAt: '' })),
  'article-times': data => ({
    ...data,
    articles: data.articles.map(row => ({ ...row, createdAt: '', updatedAt: '' }))
  }),
  text: data => ({ ...data, revisions: data.revisions.map(row => ({ ...row, text: '', blocks: [] })) }),
  annotations: data => keepAnnotations(data, () => false),
  'unused-entries': data => {
    const text = JSON.stringify(data.annotations.map(row => [row.attributes, row.annotatorId]))
    const named = <T extends { id: string }>(rows: T[], name: (row: T) => string) =>
      rows.filter(row => text.includes(JSON.stringify(row.id))).sort((a, b) => name(a).localeCompare(name(b)))
    return {
      ...data,
      actors: named(data.actors, row => row.name),
      issues: named(data.issues, row => row.question),
      cases: named(data.cases, row => row.name),
      annotators: named(data.annotators, row => row.name)
    }
  },
  'annotation-free-articles': data => ({
    ...data,
    articles: data.articles.filter(row => data.annotations.some(other => other.articleId === row.id))
  })
}

/** All of these, in the order of the table above: what nothing names any more is known only at the end. */
export function forgetAll(data: ProjectData, losses: readonly Loss[]): ProjectData {
  return Object.entries(forget).reduce(
    (left, [loss, without]) => (losses.some(id => id === loss) ? without(left) : left),
    data
  )
}

function mapAnnotations(data: ProjectData, change: (row: Annotation) => Annotation): ProjectData {
  return { ...data, annotations: data.annotations.map(change) }
}

function keepAnnotations(data: ProjectData, keeps: (row: Annotation) => boolean): ProjectData {
  const annotations = data.annotations.filter(keeps)
  const ids = new Set<string>(annotations.map(row => row.id))
  const relations = data.relations.filter(row => ids.has(row.from) && ids.has(row.to))
  return { ...data, annotations, relations }
}

function withoutEdgeLineBreaks(span: Span): Span[] {
  const before = /^\n*/.exec(span.quote)?.[0].length ?? 0
  const quote = span.quote.replace(/^\n+|\n+$/g, '')
  const startUtf16 = span.startUtf16 + before
  return quote === '' ? [] : [{ ...span, startUtf16, endUtf16: startUtf16 + quote.length, quote }]
}

function withoutGaps(spans: readonly Span[]): Span[] {
  const roles = [...new Set(spans.map(span => span.role))]
  return roles.map(role => {
    const pieces = spans.filter(span => span.role === role)
    const startUtf16 = Math.min(...pieces.map(span => span.startUtf16))
    const endUtf16 = Math.max(...pieces.map(span => span.endUtf16))
    return { role, startUtf16, endUtf16, quote: '-' }
  })
}
