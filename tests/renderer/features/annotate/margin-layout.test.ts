import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutMargin, type MarginCard } from '../../../../src/renderer/features/annotate/margin-layout'

const card = (id: string, wantedTop: number, isFocused = false): MarginCard<string> => ({
  id,
  wantedTop,
  height: isFocused ? 52 : 26,
  isFocused
})

describe('layOutMargin', () => {
  test('a card with room keeps its line', () => {
    expect(layOutMargin([card('a', 10), card('b', 100)])).toEqual([
      { id: 'a', kind: 'card', top: 10 },
      { id: 'b', kind: 'card', top: 100 }
    ])
  })

  test('the focused card keeps its line and the others give way', () => {
    const places = layOutMargin([card('a', 10), card('b', 10, true)])
    expect(places.find(place => place.id === 'b')).toEqual({ id: 'b', kind: 'card', top: 10 })
    expect(places.find(place => place.id === 'a')?.kind).not.toBe(undefined)
  })

  test('a card without room becomes a mark on the nearest one, counted from the right', () => {
    const places = layOutMargin(['a', 'b', 'c', 'd', 'e', 'f'].map(id => card(id, 50)))
    const marks = places.filter(place => place.kind === 'mark')
    expect(marks.length).toBeGreaterThan(0)
    expect(new Set(marks.map(mark => `${mark.on}:${mark.slot}`)).size).toBe(marks.length)
  })

  test('however many marks a line has, none lies further left than the seventh', () => {
    const places = layOutMargin(Array.from({ length: 40 }, (_, i) => card(String(i), 50)))
    expect(places).toHaveLength(40)
    const slots = places.flatMap(place => (place.kind === 'mark' ? [place.slot] : []))
    expect(Math.max(...slots)).toBe(6)
  })

  test('cards never overlap and never move by more than 40 px', () => {
    const cards = fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 })
    fc.assert(
      fc.property(cards, fc.nat(), (tops, focus) => {
        const wanted = [...tops].sort((a, b) => a - b).map((top, i) => card(String(i), top, i === focus % 60))
        const laid = layOutMargin(wanted).filter(place => place.kind === 'card')
        const boxes = laid.map(place => {
          const one = wanted.find(candidate => candidate.id === place.id)!
          expect(Math.abs(place.top - one.wantedTop)).toBeLessThanOrEqual(40)
          return { top: place.top, bottom: place.top + one.height }
        })
        boxes.sort((a, b) => a.top - b.top)
        boxes.forEach((box, i) => i > 0 && expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1]!.bottom))
      })
    )
  })
})
