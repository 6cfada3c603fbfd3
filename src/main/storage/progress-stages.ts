/** Done and in all, in a unit of the teller's own. */
export type OnProgress = (done: number, total: number) => void

const thousandths = 1000

/**
 * Several pieces of work as one, told in thousandths: each piece tells its own measure and counts for its share.
 * `shares`: how much of the whole each takes, in any unit. What is told never goes back.
 */
export function progressStages<Names extends string>(
  onProgress: OnProgress,
  shares: Readonly<Record<Names, number>>
): Readonly<Record<Names, OnProgress>> {
  const names = Object.keys(shares) as Names[]
  const whole = names.reduce((sum, name) => sum + shares[name], 0)
  let before = 0
  let told = -1
  const stages = names.map((name): [Names, OnProgress] => {
    const start = before
    before += shares[name]
    const stage: OnProgress = (done, total) => {
      const fraction = total > 0 ? Math.min(1, done / total) : 1
      const now = Math.round((thousandths * (start + shares[name] * fraction)) / whole)
      if (now <= told) return
      told = now
      onProgress(now, thousandths)
    }
    return [name, stage]
  })
  // Every name of `shares` is a key.
  return Object.fromEntries(stages) as Record<Names, OnProgress>
}
