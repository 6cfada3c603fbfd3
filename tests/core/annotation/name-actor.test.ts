import { describe, expect, test } from 'vitest'
import { nameActor } from '../../../src/core/annotation/name-actor'
import { invert } from '../../../src/core/history/invert'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { findLayer, type Layer } from '../../../src/core/project/codebook'
import type { Actor, Annotation } from '../../../src/core/project/entities'
import type { ActorId } from '../../../src/core/project/ids'

const text = '“It was wrong,” said Joan Ferris’s lawyer, Mr. Adams.'
const now = '2026-02-02T00:00:00.000Z'
const layer = (id: string) => findLayer(builtInCodebook, id) as Layer
const rangeOf = (words: string) => ({
  startUtf16: text.indexOf(words),
  endUtf16: text.indexOf(words) + words.length
})
const annotation = (layerId: string, attributes: Annotation['attributes'] = {}): Annotation => ({
  id: 'n' as Annotation['id'],
  projectId: 'p' as Annotation['projectId'],
  articleId: 'a' as Annotation['articleId'],
  revision: 1,
  layer: layerId as Annotation['layer'],
  spans: [{ role: 'content', ...rangeOf('“It was wrong,”'), quote: '“It was wrong,”' }],
  attributes,
  memo: '',
  confidence: null,
  annotatorId: 'me' as Annotation['annotatorId'],
  origin: 'manual',
  createdAt: now,
  updatedAt: now
})
const adams: Actor = {
  id: 'x' as ActorId,
  projectId: 'p' as Actor['projectId'],
  name: 'Richard Adams',
  kind: 'person',
  aliases: ['mr.  adams'],
  role: '',
  affiliation: ''
}
const name = (words: string, layerId = 'perspective', attributes: Annotation['attributes'] = {}) =>
  nameActor({
    annotation: annotation(layerId, attributes),
    layer: layer(layerId),
    range: rangeOf(words),
    text,
    actors: [adams],
    id: 'new' as ActorId,
    now
  })

describe('words become an actor', () => {
  test('a new one, the holder, and the source: one step', () => {
    const named = name('Joan Ferris’s')!
    expect(named).toMatchObject({ isNew: true, attribute: { id: 'holder' }, actor: { name: 'Joan Ferris' } })
    expect(named.edit!.label).toBe('Set holder')
    expect(named.edit!.changes.map(change => change.table)).toEqual(['actors', 'annotations'])
    const after = named.edit!.changes[1]!.after as Annotation
    expect(after.attributes).toEqual({ holder: 'new' })
    expect(after.spans.map(span => [span.role, span.quote])).toEqual([
      ['content', '“It was wrong,”'],
      ['source', 'Joan Ferris’s']
    ])
  })

  test('one that is known by an alias stays one', () => {
    const named = name('Mr. Adams')!
    expect(named).toMatchObject({ isNew: false, actor: { id: 'x' } })
    expect(named.edit!.changes).toHaveLength(1)
    expect((named.edit!.changes[0]!.after as Annotation).attributes).toEqual({ holder: 'x' })
  })

  test('an actor that is named already stays, and the new one is only registered', () => {
    const named = name('Joan Ferris', 'perspective', { holder: 'x' })!
    expect(named.attribute).toBeUndefined()
    expect(named.edit!.changes.map(change => change.table)).toEqual(['actors'])
    expect(name('Mr. Adams', 'perspective', { holder: 'x' })!.edit).toBeUndefined()
  })

  test('a layer without sources gets no such span, one without actors only the register', () => {
    expect(layer('legal-event').attributes.some(({ kind }) => kind === 'actor')).toBe(false)
    expect(name('Joan Ferris', 'legal-event')!.edit!.changes.map(change => change.table)).toEqual(['actors'])
  })

  test('words that name nobody change nothing', () => expect(name('”')).toBeUndefined())

  test('taken back, everything is as it was', () => {
    const { edit } = name('Joan Ferris')!
    const back = invert(edit!.changes)
    expect(back.map(change => change.after)).toEqual(
      expect.arrayContaining([null, annotation('perspective')])
    )
  })
})
