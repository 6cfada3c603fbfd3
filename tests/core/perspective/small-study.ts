import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type {
  Actor,
  Annotation,
  Article,
  Attributes,
  Issue,
  Relation,
  Revision
} from '../../../src/core/project/entities'
import type { ActorId, AnnotationId, IssueId, ProjectId } from '../../../src/core/project/ids'
import type { Study } from '../../../src/core/project/study'

const at = '2024-08-28T09:30:00.000Z'
const projectId = 'project' as ProjectId

export interface Said {
  id: string
  /** Which of the articles; the first when left out. */
  article?: number
  /** The paragraph it stands in, from 1, as long as the article has that many. */
  paragraph?: number
  layer?: string
  attributes?: Attributes
}

export interface SmallStudy {
  said: readonly Said[]
  actors?: readonly string[]
  /** Ids; "part<whole" for a sub-issue. */
  issues?: readonly string[]
  /** "from type to" */
  relations?: readonly string[]
  articles?: number
}

/** Articles of nine paragraphs, "Words of paragraph 3 in A1.", each tagged by whole paragraphs. */
export function smallStudy({
  said,
  actors = [],
  issues = [],
  relations = [],
  articles = 1
}: SmallStudy): Study {
  return {
    codebook: { ...builtInCodebook, projectId },
    actors: actors.map(actorNamed),
    issues: issues.map(issueNamed),
    cases: [],
    annotators: [],
    articles: Array.from({ length: articles }, (_, i) => {
      const revision = revisionOf(i)
      const annotations = said
        .filter(({ article = 0 }) => article === i)
        .map(one => annotationOf(one, revision))
        .sort((a, b) => (a.spans[0]?.startUtf16 ?? 0) - (b.spans[0]?.startUtf16 ?? 0))
      return { article: articleOf(i), revision, annotations }
    }),
    relations: relations.map(relationOf)
  }
}

function actorNamed(name: string): Actor {
  const id = name as ActorId
  return { id, projectId, name: `Name of ${name}`, kind: 'person', aliases: [], role: '', affiliation: '' }
}

function issueNamed(text: string): Issue {
  const [id = '', whole] = text.split('<')
  return {
    id: id as IssueId,
    projectId,
    question: `Question of ${id}?`,
    shortName: id,
    description: '',
    ...(whole !== undefined && { partOf: whole as IssueId })
  }
}

const paragraphs = [1, 2, 3, 4, 5, 6, 7, 8, 9]

function articleOf(index: number): Article {
  return {
    id: `article-${index}` as Article['id'],
    projectId,
    title: `A${index}`,
    byline: '',
    outlet: '',
    url: '',
    publishedAt: '',
    language: 'en',
    status: 'in-progress',
    revision: 1,
    wordCount: 54,
    original: null,
    createdAt: at,
    updatedAt: at
  }
}

function revisionOf(index: number): Revision {
  const texts = paragraphs.map(number => `Words of paragraph ${number} in A${index}.`)
  let start = 0
  const blocks = texts.map(text => {
    const block = { type: 'paragraph' as const, startUtf16: start, endUtf16: start + text.length }
    start = block.endUtf16 + 2
    return block
  })
  return {
    id: `revision-${index}` as Revision['id'],
    projectId,
    articleId: `article-${index}` as Article['id'],
    number: 1,
    text: texts.join('\n\n'),
    textSha256: '0'.repeat(64),
    blocks,
    createdAt: at
  }
}

function annotationOf(
  { id, paragraph = 1, layer = 'perspective', attributes = {} }: Said,
  revision: Revision
): Annotation {
  const block = revision.blocks[paragraph - 1]
  if (block === undefined) throw new Error(`No paragraph ${paragraph}`)
  const { startUtf16, endUtf16 } = block
  const quote = revision.text.slice(startUtf16, endUtf16)
  return {
    id: id as AnnotationId,
    projectId,
    articleId: revision.articleId,
    revision: 1,
    layer: layer as Annotation['layer'],
    spans: [{ role: 'content', startUtf16, endUtf16, quote }],
    attributes,
    memo: '',
    confidence: null,
    annotatorId: 'annotator' as Annotation['annotatorId'],
    origin: 'manual',
    createdAt: at,
    updatedAt: at
  }
}

function relationOf(text: string): Relation {
  const [from = '', type = '', to = ''] = text.split(' ')
  return { id: text.replaceAll(' ', '-'), projectId, type, from, to, annotatorId: 'annotator' } as Relation
}
