/**
 * The sides columns and shares are made of. Neutral and unclear perspectives stand together: neither takes
 * a side.
 */
export const sides = ['supports', 'mixed', 'unclear', 'opposes'] as const
export type Side = (typeof sides)[number]

export interface SideSign {
  readonly name: string
  /** Told by shape first: up, across, down, hollow. */
  readonly shape: 'up' | 'diamond' | 'circle' | 'down'
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
