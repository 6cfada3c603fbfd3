import { checkAttributeValue, type KnownIds } from '../annotation/attribute-value'
import type { Edit, RowChange } from '../history/change-set'
import { codebookSchema, type Codebook, type Layer } from '../project/codebook'
import type { Annotation, AttributeValue } from '../project/entities'
import { fail, ok, type Result } from '../result'
import type { CodebookDraft } from './draft'
import { migrateAnnotation } from './migration'

/**
 * The draft as one step: the codebook with the next version, and every annotation that must follow. All
 * annotations of the project as they are stored go in. Refused, in words: `changed-meanwhile` when the
 * stored codebook is not the one the draft began with, `wrong-shape` when the draft is no codebook, and
 * `would-break` when a value that was right would not be any more.
 */
export function saveDraft(
  draft: CodebookDraft,
  stored: Codebook,
  annotations: readonly Annotation[],
  now: string
): Result<Edit> {
  const { base, content, steps } = draft
  if (JSON.stringify(stored) !== JSON.stringify(base))
    return fail(
      'changed-meanwhile',
      'The codebook was changed meanwhile. Discard these changes and begin again.'
    )
  const parsed = codebookSchema.safeParse({ ...content, version: base.version + 1 })
  if (!parsed.success)
    return fail('wrong-shape', 'The draft is not a whole codebook.', parsed.error.issues[0]?.path.join('.'))
  const before = layersById(base)
  const after = layersById(content)
  const changes: RowChange[] = [{ table: 'codebooks', id: base.id, before: base, after: parsed.data }]
  for (const annotation of annotations) {
    const migrated = migrateAnnotation(annotation, steps)
    const broken = whatBreaks(annotation, before.get(annotation.layer), migrated, after.get(migrated.layer))
    if (broken !== null) return fail('would-break', broken)
    if (migrated !== annotation)
      changes.push({
        table: 'annotations',
        id: annotation.id,
        before: annotation,
        after: { ...migrated, updatedAt: now }
      })
  }
  return ok({ label: `Save codebook version ${base.version + 1}`, changes })
}

/** How many annotations saving would rewrite. */
export function countMigrated(draft: CodebookDraft, annotations: readonly Annotation[]): number {
  if (draft.steps.length === 0) return 0
  return annotations.filter(row => migrateAnnotation(row, draft.steps) !== row).length
}

/** Whether rows exist is not the codebook's question. */
const anyId = { has: () => true } as unknown as ReadonlySet<string>
const anyIds: KnownIds = { actors: anyId, issues: anyId, cases: anyId }

/** What was right and no longer would be, in words; null when nothing. */
function whatBreaks(
  annotation: Annotation,
  oldLayer: Layer | undefined,
  migrated: Annotation,
  newLayer: Layer | undefined
): string | null {
  if (oldLayer === undefined) return null
  if (newLayer === undefined)
    return `The layer “${oldLayer.name}” is used meanwhile: retire it rather than remove it.`
  if (migrated === annotation && oldLayer === newLayer) return null
  const lost = migrated.spans.find(
    (span, i) =>
      !newLayer.spanRoles.includes(span.role) &&
      oldLayer.spanRoles.includes(annotation.spans[i]?.role ?? span.role)
  )
  if (lost !== undefined) return `The part “${lost.role}” of ${newLayer.name} is used meanwhile.`
  const wrongBefore = countWrong(annotation, oldLayer)
  const wrongAfter = countWrong(migrated, newLayer)
  if (wrongAfter.length <= wrongBefore.length) return null
  return `${newLayer.name}: ${wrongAfter[0] ?? ''}. This value is used meanwhile.`
}

/** Why values are not as the codebook wants them, one reason each. */
function countWrong(annotation: Annotation, layer: Layer): string[] {
  const attributes = new Map(layer.attributes.map(row => [row.id, row]))
  return Object.entries(annotation.attributes).flatMap(([id, value]: [string, AttributeValue]) => {
    const attribute = attributes.get(id)
    if (attribute === undefined) return [`There is no attribute “${id}”`]
    return checkAttributeValue(attribute, value, anyIds) ?? []
  })
}

function layersById(codebook: Codebook): Map<string, Layer> {
  return new Map(codebook.layers.map(layer => [layer.id, layer]))
}
