import { describe, expect, test } from 'vitest'
import { addPassages, duplicateAnnotation, repeatedAttributes } from '../../../src/core/annotation/repeat'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { findLayer, type Layer } from '../../../src/core/project/codebook'
import type { Annotation } from '../../../src/core/project/entities'
import type { AnnotationId, AnnotatorId } from '../../../src/core/project/ids'

const text = '“We knew,” she said, “and stayed.”'
const claim = findLayer(builtInCodebook, 'claim') as Layer
const annotation: Annotation = {
  id: 'n' as Annotation['id'],
  projectId: 'p' as Annotation['projectId'],
  articleId: 'a' as Annotation['articleId'],
  revision: 1,
  layer: 'claim' as Annotation['layer'],
  spans: [{ role: 'content', startUtf16: 0, endUtf16: 10, quote: text.slice(0, 10) }],
  attributes: { normalized: 'They knew.', claimant: 'x', type: 'causation', evidence: ['https://a.example'] },
  memo: 'why',
  confidence: 0.5,
  annotatorId: 'me' as AnnotatorId,
  origin: 'imported',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z'
}
const now = '2026-02-02T00:00:00.000Z'

test('repeating takes over what was chosen, not what was written for one passage', () => {
  expect(repeatedAttributes(claim, { ...annotation.attributes, gone: 'x' })).toEqual({
    claimant: 'x',
    type: 'causation'
  })
})

test('a duplicate is the same again, but mine and of now', () => {
  const made = { id: 'm' as AnnotationId, annotatorId: 'you' as AnnotatorId, now }
  const edit = duplicateAnnotation(annotation, claim, made)
  expect(edit.label).toBe('Duplicate claim')
  expect(edit.changes).toEqual([
    {
      table: 'annotations',
      id: 'm',
      before: null,
      after: {
        ...annotation,
        id: 'm',
        annotatorId: 'you',
        origin: 'manual',
        createdAt: now,
        updatedAt: now
      }
    }
  ])
})

describe('several passages at once', () => {
  const second = { startUtf16: text.indexOf('“and'), endUtf16: text.length }
  test('are one step', () => {
    const edit = addPassages(annotation, claim, [{ startUtf16: 0, endUtf16: 10 }, second], text, now)!
    expect(edit.changes).toHaveLength(1)
    expect(edit.changes[0]!.before).toBe(annotation)
    expect((edit.changes[0]!.after as Annotation).spans.map(span => span.quote)).toEqual([
      '“We knew,”',
      '“and stayed.”'
    ])
  })
  test('that are in it already are none', () => {
    expect(addPassages(annotation, claim, [{ startUtf16: 0, endUtf16: 10 }], text, now)).toBeUndefined()
  })
})
