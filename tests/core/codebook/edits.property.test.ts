import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAttributeValue, type KnownIds } from '../../../src/core/annotation/attribute-value'
import { missingRequired } from '../../../src/core/annotation/completeness'
import { adoptCodebook } from '../../../src/core/codebook/adopt-codebook'
import { diffCodebooks } from '../../../src/core/codebook/diff-codebooks'
import { isDraftChanged, openDraft } from '../../../src/core/codebook/draft'
import { saveDraft } from '../../../src/core/codebook/save-draft'
import type { RowChange } from '../../../src/core/history/change-set'
import { readDataset } from '../../../src/core/formats/dataset/read'
import { datasetFormat } from '../../../src/core/formats/dataset/dataset-format'
import { invert } from '../../../src/core/history/invert'
import { codebookSchema, findLayer, type Codebook } from '../../../src/core/project/codebook'
import type { Annotation, ProjectData } from '../../../src/core/project/entities'
import { arbitraryProject } from '../formats/arbitrary-project'
import { readContext, writeAll } from '../formats/in-memory'
import { anyEdits, applyEdit } from './any-edits'

const now = '2026-11-22T12:00:00.000Z'
const known: KnownIds = {
  actors: new Set(['ana', 'bo']),
  issues: new Set(['why']),
  cases: new Set(['us-v-ana'])
}

/** Everything the codebook says against an annotation: none of these may come up through an edit. */
function wrongs(annotation: Annotation, codebook: Codebook): string[] {
  const layer = findLayer(codebook, annotation.layer)
  if (layer === undefined) return ['no layer']
  const values = Object.entries(annotation.attributes).flatMap(([id, value]) => {
    const attribute = layer.attributes.find(row => row.id === id)
    return attribute === undefined ? [`no ${id}`] : (checkAttributeValue(attribute, value, known) ?? [])
  })
  const roles = annotation.spans.filter(span => !layer.spanRoles.includes(span.role))
  return [...values, ...roles.map(span => `no role ${span.role}`)]
}

function applied(data: ProjectData, changes: readonly RowChange[]) {
  let { codebook } = data
  const annotations = new Map(data.annotations.map(row => [row.id as string, row]))
  for (const change of changes) {
    if (change.table === 'codebooks' && change.after !== null) codebook = change.after
    if (change.table === 'annotations' && change.after !== null) annotations.set(change.id, change.after)
  }
  return { ...data, codebook, annotations: [...annotations.values()] }
}

function saved(data: ProjectData, edits: Parameters<typeof applyEdit>[1][]) {
  let draft = openDraft(data.codebook)
  for (const edit of edits) draft = applyEdit(draft, edit, data.annotations)
  const result = saveDraft(draft, data.codebook, data.annotations, now)
  if (!result.ok) throw new Error(result.error.message)
  return { draft, edit: result.value, after: applied(data, result.value.changes) }
}

const runs = { numRuns: 300 }

test('however a codebook is edited, it stays one, and every annotation stays valid and complete', () => {
  fc.assert(
    fc.property(arbitraryProject, anyEdits, (data, edits) => {
      const { after } = saved(data, edits)
      expect(codebookSchema.safeParse(after.codebook).error).toBeUndefined()
      for (const layer of after.codebook.layers) {
        const ids = layer.attributes.map(row => row.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { options = [] } of layer.attributes)
          expect(new Set(options.map(row => row.id)).size).toBe(options.length)
      }
      expect(new Set(after.codebook.layers.map(row => row.id)).size).toBe(after.codebook.layers.length)
      data.annotations.forEach((annotation, i) => {
        const migrated = after.annotations[i]!
        expect(wrongs(annotation, data.codebook)).toEqual([])
        expect(wrongs(migrated, after.codebook)).toEqual([])
        const missing = missingRequired(migrated, findLayer(after.codebook, migrated.layer)!).length
        expect(missing).toBeLessThanOrEqual(
          missingRequired(annotation, findLayer(data.codebook, annotation.layer)!).length
        )
      })
    }),
    runs
  )
})

test('taking the change set back restores everything, the version included', () => {
  fc.assert(
    fc.property(arbitraryProject, anyEdits, (data, edits) => {
      const { edit, after } = saved(data, edits)
      const back = applied(after, invert(edit.changes))
      expect(back.codebook).toEqual(data.codebook)
      expect(back.annotations).toEqual(data.annotations)
    }),
    runs
  )
})

test('annotations keep their words, memo and number of set attributes, whatever becomes of the codebook', () => {
  fc.assert(
    fc.property(arbitraryProject, anyEdits, (data, edits) => {
      const { after } = saved(data, edits)
      data.annotations.forEach((annotation, i) => {
        const migrated = after.annotations[i]!
        expect(migrated.spans.map(span => span.quote)).toEqual(annotation.spans.map(span => span.quote))
        expect(migrated.memo).toBe(annotation.memo)
        expect(Object.keys(migrated.attributes).length).toBe(Object.keys(annotation.attributes).length)
      })
    }),
    runs
  )
})

test('a changed draft has a difference to show', () => {
  fc.assert(
    fc.property(arbitraryProject, anyEdits, (data, edits) => {
      const { draft } = saved(data, edits)
      const differences = diffCodebooks(data.codebook, draft.content, draft.steps)
      if (JSON.stringify(draft.content) !== JSON.stringify(data.codebook)) expect(differences).not.toEqual([])
      if (!isDraftChanged(draft)) expect(differences).toEqual([])
    }),
    runs
  )
})

test('whatever codebook is adopted, no annotation is damaged', () => {
  fc.assert(
    fc.property(arbitraryProject, anyEdits, (data, edits) => {
      // Another project's history of edits, with no regard for this one's annotations.
      let other = openDraft(data.codebook)
      for (const edit of edits) other = applyEdit(other, edit, [])
      const { draft } = adoptCodebook(data.codebook, other.content, data.annotations)
      const result = saveDraft(draft, data.codebook, data.annotations, now)
      if (!result.ok) throw new Error(result.error.message)
      const after = applied(data, result.value.changes)
      expect(codebookSchema.safeParse(after.codebook).error).toBeUndefined()
      for (const annotation of after.annotations) expect(wrongs(annotation, after.codebook)).toEqual([])
    }),
    runs
  )
})

test('a dataset carries any codebook, retired values included', () => {
  fc.assert(
    fc.property(arbitraryProject, anyEdits, (data, edits) => {
      const { after } = saved(data, edits)
      const { files, issues } = writeAll(datasetFormat, after)
      const read = readDataset(files, readContext())
      expect(issues).toEqual([])
      if (!read.ok) throw new Error(`${read.error.message} ${read.error.place ?? ''}`)
      expect(read.value.data.codebook).toEqual(after.codebook)
      expect(read.value.data.annotations).toEqual(after.annotations)
    }),
    { numRuns: 100 }
  )
})
