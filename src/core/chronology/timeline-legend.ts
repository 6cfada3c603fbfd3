import type { Figure } from '../report/figure'
import { inks } from '../report/ink'
import { svg } from '../report/svg'

/** The signs of the timeline and what they mean; each fits into 24 × 12 px. */
export function legendOf(): Figure['legend'] {
  const bar = (fill: string, more: Record<string, string | number> = {}) =>
    svg('rect', { x: 0, y: 2, width: 24, height: 8, fill, ...more })
  return [
    { sign: svg('circle', { cx: 6, cy: 6, r: 4.6, fill: inks.ink }), label: 'a day' },
    { sign: bar(inks.ink), label: 'a month, season, year or span' },
    { sign: bar('url(#timeline-rises)'), label: 'about or uncertain: soft ends' },
    { sign: bar('url(#timeline-fades)'), label: 'goes on, or no end is told' },
    {
      sign: svg('circle', {
        cx: 6,
        cy: 6,
        r: 4.6,
        fill: inks.paper,
        stroke: inks.ink,
        'stroke-dasharray': '2 1.5'
      }),
      label: 'planned, asked for, hypothetical or denied'
    }
  ]
}
