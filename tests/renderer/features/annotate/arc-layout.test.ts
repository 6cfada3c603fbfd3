import { describe, expect, test } from 'vitest'
import { bracket, layOutArcs, type ArcEnd } from '../../../../src/renderer/features/annotate/arc-layout'
import type { MarginPlace } from '../../../../src/renderer/features/annotate/margin-layout'

const card = (id: string, top: number): MarginPlace<string> => ({ id, kind: 'card', top })
const view = { top: 0, bottom: 600 }
const focused = card('focused', 300)

function end(
  id: string,
  place: MarginPlace<string> | undefined,
  startUtf16: number | null = 0
): ArcEnd<string> {
  return { id: `to ${id}`, other: id, place, startUtf16, verb: 'supports', name: id, arrow: 'other' }
}

describe('lines from the focused card', () => {
  test.each([
    { what: 'a card in view', to: end('a', card('a', 100)), side: 'in-view' },
    { what: 'a card that is scrolled out above', to: end('a', card('a', -40)), side: 'above' },
    { what: 'a card that is scrolled out below', to: end('a', card('a', 590)), side: 'below' },
    { what: 'an annotation far above', to: end('a', undefined, 10), side: 'above' },
    { what: 'an annotation far below', to: end('a', undefined, 900), side: 'below' },
    { what: 'an annotation of another article', to: end('a', undefined, null), side: 'below' }
  ])('to $what: $side', ({ to, side }) => {
    const [arc] = layOutArcs(focused, 500, [to], view)
    expect(arc).toMatchObject({ side, fromY: 313 })
    expect(arc!.labelTop).toBeGreaterThanOrEqual(view.top)
    expect(arc!.labelTop + 20).toBeLessThanOrEqual(view.bottom)
  })

  test('lie within one another, the shorter inside, and never on the text', () => {
    const ends = [400, 100, 500, 560, 200].map((top, i) => end(String(i), card(String(i), top)))
    const arcs = layOutArcs(focused, 0, ends, view)
    const distances = arcs.map(({ fromY, toY }) => Math.abs(fromY - toY))
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    const bulges = arcs.map(({ bulge }) => bulge)
    expect(bulges).toEqual([...bulges].sort((a, b) => a - b))
    expect(Math.max(...bulges)).toBeLessThan(18)
  })

  test('that end out of view or at one card have labels that do not lie on one another', () => {
    const mark: MarginPlace<string> = { id: 'm', kind: 'mark', top: 100, on: 'a', slot: 0 }
    const ends = [
      end('a', card('a', 100)),
      end('m', mark),
      end('up 1', undefined, 1),
      end('up 2', undefined, 2),
      end('down 1', undefined, 900),
      end('down 2', undefined, 901)
    ]
    const tops = layOutArcs(focused, 500, ends, view)
      .map(({ labelTop }) => labelTop)
      .sort((a, b) => a - b)
    for (const [i, top] of tops.entries()) if (i > 0) expect(top - tops[i - 1]!).toBeGreaterThanOrEqual(20)
  })

  test('say what a mark stands for, since the card there is another one’s', () => {
    const place: MarginPlace<string> = { id: 'm', kind: 'mark', top: 100, on: 'a', slot: 0 }
    expect(layOutArcs(focused, 0, [end('m', place)], view)[0]?.isMark).toBe(true)
  })
})

test('a line of no height is still a line', () => {
  expect(bracket(10, 10, 7)).not.toContain('NaN')
})
