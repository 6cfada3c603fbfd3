import { describe, expect, test } from 'vitest'
import { applyChanges, emptyRowState } from '../../../src/core/history/apply'
import type { Edit } from '../../../src/core/history/change-set'
import { invert } from '../../../src/core/history/invert'
import type {
  Actor,
  Annotation,
  Annotator,
  Article,
  Case,
  Issue,
  Project,
  Relation,
  Revision
} from '../../../src/core/project/entities'
import {
  addActor,
  addAnnotator,
  addArticle,
  addArticles,
  addCase,
  addIssue,
  deleteArticle,
  describeProject,
  editActor,
  editArticleMetadata,
  editCase,
  editIssue,
  renameProject,
  setArticleStatus
} from '../../../src/core/project/edits'

const then = '2026-01-01T00:00:00.000Z'
const now = '2026-01-02T00:00:00.000Z'
const row = <T>(id: string, members: object = {}) =>
  ({ id, projectId: 'p', updatedAt: then, ...members }) as unknown as T
const project = row<Project>('p', { title: 'Old', description: '' })
const article = row<Article>('a', { title: 'Old', status: 'new' })
const revision = row<Revision>('a-1', { articleId: 'a' })

/** Only what differs between before and after: an edit must not touch what it is not about. */
function differences(edit: Edit) {
  return edit.changes.map(({ table, id, before, after }) => {
    const entries = Object.entries(after ?? {}).filter(
      ([key, value]) => (before as object | null)?.[key as never] !== value
    )
    return { table, id, changed: before === null || after === null ? null : Object.fromEntries(entries) }
  })
}

describe('edits of saved rows', () => {
  test.each<[Edit, string, object]>([
    [renameProject(project, 'New', now), 'Rename project', { title: 'New', updatedAt: now }],
    [
      describeProject(project, 'On it', now),
      'Edit project description',
      { description: 'On it', updatedAt: now }
    ],
    [
      editArticleMetadata(article, { outlet: 'X' }, now),
      'Edit article details',
      { outlet: 'X', updatedAt: now }
    ],
    [setArticleStatus(article, 'done', now), 'Mark article as done', { status: 'done', updatedAt: now }],
    [editActor(row<Actor>('x', { name: 'A' }), { name: 'B' }), 'Edit actor', { name: 'B' }],
    [editIssue(row<Issue>('x', { question: 'A?' }), { question: 'B?' }), 'Edit issue', { question: 'B?' }],
    [editCase(row<Case>('x', { name: 'A' }), { court: 'B' }), 'Edit case', { court: 'B' }]
  ])('%#: change what they are about and no more', (edit, label, changed) => {
    expect(edit.label).toBe(label)
    expect(differences(edit).map(each => each.changed)).toEqual([changed])
  })
})

describe('new rows', () => {
  test.each<[Edit, string, string[]]>([
    [addArticle(article, revision), 'Import article', ['articles/a', 'revisions/a-1']],
    [
      addArticles([
        { article, revision },
        { article: row('b'), revision: row('b-1') }
      ]),
      'Import 2 articles',
      ['articles/a', 'revisions/a-1', 'articles/b', 'revisions/b-1']
    ],
    [addActor(row<Actor>('x')), 'Add actor', ['actors/x']],
    [addIssue(row<Issue>('x')), 'Add issue', ['issues/x']],
    [addCase(row<Case>('x')), 'Add case', ['cases/x']],
    [addAnnotator(row<Annotator>('x')), 'Add annotator', ['annotators/x']]
  ])('%#: come as one step', (edit, label, places) => {
    expect(edit.label).toBe(label)
    expect(edit.changes.map(change => `${change.table}/${change.id}`)).toEqual(places)
    expect(edit.changes.every(change => change.before === null && change.after !== null)).toBe(true)
  })
})

test('deleting an article takes its rows and the relations into it, leaves others, and can be taken back', () => {
  const annotations = [row<Annotation>('n1'), row<Annotation>('n2')]
  const relations = [
    row<Relation>('out', { from: 'n1', to: 'elsewhere' }),
    row<Relation>('in', { from: 'elsewhere', to: 'n2' }),
    row<Relation>('other', { from: 'elsewhere', to: 'nowhere' })
  ]
  const edit = deleteArticle(article, [revision], annotations, relations)
  const gone = edit.changes.map(change => change.id)
  expect([...gone].sort()).toEqual(['a', 'a-1', 'in', 'n1', 'n2', 'out'])
  const saved = applyChanges(emptyRowState(), invert(edit.changes))
  if (!saved.ok) throw new Error(saved.error.message)
  expect(applyChanges(saved.value, edit.changes)).toEqual({ ok: true, value: emptyRowState() })
})
