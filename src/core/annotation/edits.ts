import type { Edit, RowChange } from '../history/change-set'
import type { Layer } from '../project/codebook'
import type { Annotation, Article, Attributes, AttributeValue, Relation, Revision } from '../project/entities'
import type { AnnotationId, AnnotatorId } from '../project/ids'
import { isUnset } from './completeness'
import { spanOver, type TextRange } from './spans'

/** Every edit is a pure decision: it takes rows, time and ids, and returns the change set's label and rows. */

function changed(before: Annotation, patch: Partial<Annotation>, now: string): RowChange {
  return { table: 'annotations', id: before.id, before, after: { ...before, ...patch, updatedAt: now } }
}

/** A new annotation over `range` of the revision; attributes are unset unless given. The article is marked in progress. */
export function createAnnotation(input: {
  id: AnnotationId
  article: Article
  revision: Revision
  layer: Layer
  range: TextRange
  annotatorId: AnnotatorId
  now: string
  attributes?: Attributes
}): Edit {
  const { id, article, revision, layer, range, annotatorId, now, attributes = {} } = input
  const annotation: Annotation = {
    id,
    projectId: article.projectId,
    articleId: article.id,
    revision: revision.number,
    layer: layer.id,
    spans: [spanOver(revision.text, range)],
    attributes: { ...attributes },
    memo: '',
    confidence: null,
    annotatorId,
    origin: 'manual',
    createdAt: now,
    updatedAt: now
  }
  const changes: RowChange[] = [{ table: 'annotations', id, before: null, after: annotation }]
  if (article.status === 'new')
    changes.push({
      table: 'articles',
      id: article.id,
      before: article,
      after: { ...article, status: 'in-progress', updatedAt: now }
    })
  return { label: `Tag ${layer.name.toLowerCase()}`, changes }
}

/** Sets one attribute, or unsets it with `undefined` or an empty value. Further rows (a new actor) ride along. */
export function setAttribute(
  annotation: Annotation,
  attribute: { id: string; name: string },
  value: AttributeValue | undefined,
  now: string,
  alongside: readonly RowChange[] = []
): Edit {
  const attributes = { ...annotation.attributes }
  if (value === undefined || isUnset(value)) delete attributes[attribute.id]
  else attributes[attribute.id] = value
  const verb = attributes[attribute.id] === undefined ? 'Clear' : 'Set'
  return {
    label: `${verb} ${attribute.name.toLowerCase()}`,
    changes: [...alongside, changed(annotation, { attributes }, now)]
  }
}

export function setMemo(annotation: Annotation, memo: string, now: string): Edit {
  return { label: memo === '' ? 'Clear memo' : 'Write memo', changes: [changed(annotation, { memo }, now)] }
}

/** Moves an annotation to another layer. Attributes that the new layer does not know by id and kind are unset. */
export function changeLayer(annotation: Annotation, from: Layer, to: Layer, now: string): Edit {
  const attributes = Object.fromEntries(
    Object.entries(annotation.attributes).filter(([id]) => {
      const old = from.attributes.find(attribute => attribute.id === id)
      const next = to.attributes.find(attribute => attribute.id === id)
      return next !== undefined && next.kind === old?.kind && next.options === undefined
    })
  )
  const spans = annotation.spans.filter(span => to.spanRoles.includes(span.role))
  return {
    label: `Change layer to ${to.name.toLowerCase()}`,
    changes: [changed(annotation, { layer: to.id, attributes, spans }, now)]
  }
}

/** Deletes an annotation together with the relations that hang on it. */
export function deleteAnnotation(
  annotation: Annotation,
  layer: Layer | undefined,
  relations: readonly Relation[]
): Edit {
  const hanging = relations.filter(
    relation => relation.from === annotation.id || relation.to === annotation.id
  )
  return {
    label: `Delete ${(layer?.name ?? 'annotation').toLowerCase()}`,
    changes: [
      ...hanging.map((relation): RowChange => ({
        table: 'relations',
        id: relation.id,
        before: relation,
        after: null
      })),
      { table: 'annotations', id: annotation.id, before: annotation, after: null }
    ]
  }
}
