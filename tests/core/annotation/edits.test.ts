import { describe, expect, test } from 'vitest'
import { missingRequired } from '../../../src/core/annotation/completeness'
import {
  changeLayer,
  createAnnotation,
  deleteAnnotation,
  setAttribute,
  setMemo
} from '../../../src/core/annotation/edits'
import { extent, quoteOf, spanOver } from '../../../src/core/annotation/spans'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { findLayer, type Layer } from '../../../src/core/project/codebook'
import type { Annotation, Article, Relation, Revision } from '../../../src/core/project/entities'
import type { AnnotationId, AnnotatorId } from '../../../src/core/project/ids'

const now = '2024-05-01T10:00:00.000Z'
const later = '2024-05-01T11:00:00.000Z'
const text = 'The judge dismissed the case. Lawyers cheered.'
const layer = (id: string): Layer => findLayer(builtInCodebook, id)!
const article = { id: 'art', projectId: 'p', status: 'new', revision: 1 } as Article
const revision = { id: 'rev', projectId: 'p', articleId: 'art', number: 1, text } as Revision

const created = (layerId = 'legal-event', range = { startUtf16: 0, endUtf16: 28 }) =>
  createAnnotation({
    id: 'ann' as AnnotationId,
    article,
    revision,
    layer: layer(layerId),
    range,
    annotatorId: 'me' as AnnotatorId,
    now
  })
const annotationIn = (edit: ReturnType<typeof created>): Annotation =>
  edit.changes.find(change => change.table === 'annotations')!.after as Annotation

describe('edits', () => {
  test('a new annotation carries its quote and marks a new article as in progress', () => {
    const edit = created()
    expect(edit.label).toBe('Tag legal event')
    expect(quoteOf(annotationIn(edit))).toBe('The judge dismissed the case')
    expect(edit.changes.find(change => change.table === 'articles')?.after).toMatchObject({
      status: 'in-progress'
    })
  })

  test.each([
    ['empty', { startUtf16: 4, endUtf16: 4 }],
    ['turned round', { startUtf16: 9, endUtf16: 4 }],
    ['past the end', { startUtf16: 4, endUtf16: text.length + 1 }],
    ['before the start', { startUtf16: -1, endUtf16: 4 }]
  ])('a span that is %s is refused', (_name, range) => {
    expect(() => spanOver(text, range)).toThrow(RangeError)
  })

  test.each([
    ['sets', 'dismissal', 'Set type', { type: 'dismissal' }],
    ['unsets with undefined', undefined, 'Clear type', {}],
    ['unsets with an empty text', '', 'Clear type', {}]
  ])('an attribute edit %s', (_name, value, label, attributes) => {
    const edit = setAttribute(annotationIn(created()), { id: 'type', name: 'Type' }, value, later)
    expect(edit.label).toBe(label)
    expect(edit.changes[0]?.after).toMatchObject({ attributes, updatedAt: later })
  })

  test('a new register entry is part of the same action', () => {
    const actor = { table: 'actors', id: 'a', before: null, after: null } as const
    const edit = setAttribute(
      annotationIn(created('perspective')),
      { id: 'holder', name: 'Holder' },
      'a',
      later,
      [actor]
    )
    expect(edit.changes.map(change => change.table)).toEqual(['actors', 'annotations'])
  })

  test('changing the layer keeps what both layers mean alike and drops the rest', () => {
    const event = annotationIn(created())
    const tagged: Annotation = {
      ...event,
      attributes: { type: 'dismissal', court: 'Superior Court' },
      memo: 'keep',
      spans: [...event.spans, spanOver(text, { startUtf16: 10, endUtf16: 19 }, 'trigger')]
    }
    const after = changeLayer(tagged, layer('legal-event'), layer('claim'), later).changes[0]
      ?.after as Annotation
    expect(after.layer).toBe('claim')
    // Both layers have a "type", with other options: its value would be wrong there.
    expect(after.attributes).toEqual({})
    expect(after.memo).toBe('keep')
    expect(after.spans.map(span => span.role)).toEqual(['content'])
  })

  test('deleting takes the relations that hang on the annotation along, and no others', () => {
    const annotation = annotationIn(created())
    const relation = (id: string, from: string, to: string) =>
      ({ id, from, to, type: 'supports' }) as Relation
    const edit = deleteAnnotation(annotation, layer('legal-event'), [
      relation('r1', 'ann', 'x'),
      relation('r2', 'x', 'y'),
      relation('r3', 'x', 'ann')
    ])
    expect(edit.changes.map(change => change.id)).toEqual(['r1', 'r3', 'ann'])
    expect(edit.changes.every(change => change.after === null)).toBe(true)
  })

  test('a memo edit says whether it wrote or cleared', () => {
    const annotation = annotationIn(created())
    expect(setMemo(annotation, 'note', later).label).toBe('Write memo')
    expect(setMemo(annotation, '', later).label).toBe('Clear memo')
  })

  test('what is required and unset is missing, an unset optional attribute is not', () => {
    const annotation = annotationIn(created('perspective'))
    const missing = missingRequired(annotation, layer('perspective')).map(attribute => attribute.id)
    expect(missing).toEqual(expect.arrayContaining(['holder', 'issue', 'stance', 'form']))
    const filled = {
      ...annotation,
      attributes: { holder: 'a', issue: 'i', stance: 'supports', form: 'direct' }
    }
    expect(missingRequired(filled, layer('perspective'))).toEqual([])
  })

  test('the extent of an interrupted quotation reaches from its first piece to its last', () => {
    const annotation = annotationIn(created())
    const spans = [
      spanOver(text, { startUtf16: 30, endUtf16: 37 }),
      spanOver(text, { startUtf16: 0, endUtf16: 9 })
    ]
    expect(extent({ ...annotation, spans })).toEqual({ startUtf16: 0, endUtf16: 37 })
    expect(quoteOf({ ...annotation, spans })).toBe('The judge […] Lawyers')
  })
})
