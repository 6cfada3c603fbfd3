/**
 * The sides columns and shares are made of. Neutral and unclear perspectives stand together: neither takes
 * a side.
 */
export const sides = ['supports', 'mixed', 'unclear', 'opposes'] as const
export type Side = (typeof sides)[number]

/** As SVG paths in a box of 12 by 12. */
export const sideShapes = {
  up: 'M6 1.6 11 10.4H1Z',
  diamond: 'M6 .8 11.2 6 6 11.2.8 6Z',
  circle: 'M6 1.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 0 1 0-9.2Z',
  down: 'M6 10.4 1 1.6h10Z'
} as const
export type SideShape = keyof typeof sideShapes

/** The hollow ones take no side, or both. */
export function isFilled(shape: SideShape): boolean {
  return shape === 'up' || shape === 'down'
}

export interface SideSign {
  readonly name: string
  /** Told by shape first: up, across, down, hollow. */
  readonly shape: SideShape
  /** Lines that rise, stand, fall, or none; all cover a quarter of the surface, so that no side looks heavier. */
  readonly hatch: 'rising' | 'standing' | 'none' | 'falling'
}

export const sideSigns: Readonly<Record<Side, SideSign>> = {
  supports: { name: 'Supports', shape: 'up', hatch: 'rising' },
  mixed: { name: 'Mixed', shape: 'diamond', hatch: 'standing' },
  unclear: { name: 'Neutral or unclear', shape: 'circle', hatch: 'none' },
  opposes: { name: 'Opposes', shape: 'down', hatch: 'falling' }
}

/** The side a stance takes; null when it is not set or an option of the researcher's own. */
export function sideOf(stance: string | null): Side | null {
  if (stance === 'neutral') return 'unclear'
  return sides.find(side => side === stance) ?? null
}
