import type { ProjectData } from '../../src/core/project/entities'
import { sha256OfText } from '../../src/core/project/sha256'

const at = '2026-01-01T00:00:00.000Z'
const projectId = 'project-1'

/**
 * A small project as a dataset brings it. Its rows stand in no order of ids or names, so that a test sees when
 * an order is lost. `annotations` can be many, for imports in pieces.
 */
export function sampleData(annotations = 3): ProjectData {
  const text = 'The court ruled. She said it was wrong.'
  const data = {
    project: { id: projectId, title: 'Sample', description: '', createdAt: at, updatedAt: at },
    codebook: {
      id: 'codebook',
      projectId,
      title: 'Codes',
      version: 1,
      layers: ['claim', 'perspective'].map((id, index) => ({
        id,
        name: id,
        pluralName: `${id}s`,
        initial: id[0],
        key: String(index + 1),
        colour: id,
        lineStyle: 'solid',
        spanRoles: ['content'],
        attributes: []
      }))
    },
    annotators: [
      { id: 'zoe', projectId, name: 'Zoe', role: 'annotator' },
      { id: 'adam', projectId, name: 'Adam', role: 'adjudicator' }
    ],
    actors: ['judge', 'anna', 'mayor'].map(id => ({
      id,
      projectId,
      name: id,
      kind: 'person',
      aliases: [],
      role: '',
      affiliation: ''
    })),
    issues: [{ id: 'was-it-right', projectId, question: 'Was it right?', shortName: '', description: '' }],
    cases: [],
    articles: ['second', 'first'].map(id => ({
      id,
      projectId,
      title: `The ${id}`,
      byline: '',
      outlet: '',
      url: '',
      publishedAt: '',
      language: 'en',
      status: 'new',
      revision: 1,
      wordCount: 8,
      original: null,
      createdAt: at,
      updatedAt: at
    })),
    revisions: ['second', 'first'].map(articleId => ({
      id: `${articleId}-1`,
      projectId,
      articleId,
      number: 1,
      text,
      textSha256: sha256OfText(text),
      blocks: [{ type: 'paragraph', startUtf16: 0, endUtf16: text.length }],
      createdAt: at
    })),
    annotations: Array.from({ length: annotations }, (_, index) => ({
      id: `n${annotations - index}`,
      projectId,
      articleId: index % 3 === 2 ? 'second' : 'first',
      revision: 1,
      layer: index % 2 === 0 ? 'claim' : 'perspective',
      spans: [{ role: 'content', startUtf16: 4, endUtf16: 9, quote: 'court' }],
      attributes: {},
      memo: '',
      confidence: null,
      annotatorId: 'zoe',
      origin: 'imported',
      createdAt: at,
      updatedAt: at
    })),
    relations:
      annotations < 2
        ? []
        : [{ id: 'r1', projectId, type: 'supports', from: 'n2', to: 'n1', annotatorId: 'zoe' }]
  }
  return data as unknown as ProjectData
}
