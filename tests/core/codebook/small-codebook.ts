import { openDraft, type CodebookDraft, type Edited } from '../../../src/core/codebook/draft'
import { codebookSchema, type Codebook } from '../../../src/core/project/codebook'
import { annotationSchema, type Annotation, type Attributes } from '../../../src/core/project/entities'

/** One layer with an attribute of most kinds, and a second one to meet it. */
export const codebook: Codebook = codebookSchema.parse({
  id: 'book',
  projectId: 'p',
  title: 'Sides',
  version: 3,
  layers: [
    {
      id: 'view',
      name: 'View',
      pluralName: 'Views',
      initial: 'V',
      key: '1',
      colour: 'claim',
      lineStyle: 'solid',
      spanRoles: ['content', 'source'],
      attributes: [
        {
          id: 'stance',
          name: 'Stance',
          kind: 'choice',
          required: true,
          options: [
            { id: 'for', name: 'For', key: 's', definition: 'Says yes.' },
            { id: 'against', name: 'Against', key: 'o' },
            { id: 'mixed', name: 'mixed' }
          ]
        },
        {
          id: 'topics',
          name: 'Topics',
          kind: 'multi-choice',
          options: ['law', 'money', 'rights'].map(id => ({ id, name: id }))
        },
        {
          id: 'who',
          name: 'Who',
          kind: 'parties',
          options: [
            { id: 'judge', name: 'Judge' },
            { id: 'court', name: 'Court' }
          ]
        },
        { id: 'weight', name: 'Weight', kind: 'scale', minimum: 1, maximum: 5, key: 'w' },
        { id: 'note', name: 'Note', kind: 'text' },
        { id: 'holder', name: 'Holder', kind: 'actor', allowsArticleVoice: true }
      ]
    },
    {
      id: 'fact',
      name: 'Fact',
      pluralName: 'Facts',
      initial: 'F',
      key: '2',
      colour: 'legal',
      lineStyle: 'double',
      spanRoles: ['content'],
      attributes: []
    }
  ]
})

export const draft: CodebookDraft = openDraft(codebook)

let count = 0
export function annotation(attributes: Attributes, layer = 'view', role?: string): Annotation {
  count += 1
  const spans = [{ role: 'content', startUtf16: 0, endUtf16: 4, quote: `word` }]
  if (role !== undefined) spans.push({ role, startUtf16: 6, endUtf16: 8, quote: 'he' })
  return annotationSchema.parse({
    id: `n${count}`,
    projectId: 'p',
    articleId: 'a',
    revision: 1,
    layer,
    spans,
    attributes,
    memo: '',
    confidence: null,
    annotatorId: 'me',
    origin: 'manual',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z'
  })
}

export function must(edited: Edited): CodebookDraft {
  if (!edited.ok) throw new Error(edited.error.message)
  return edited.value
}

/** Why an edit was refused. */
export function reason(edited: Edited): string {
  return edited.ok ? 'not refused' : edited.error.message
}
