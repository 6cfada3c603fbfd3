/**
 * Likeness of two words from 0 to 1, by Jaro (1989, JASA 84: 414–420) with Winkler's (1990, "String comparator
 * metrics and enhanced decision rules in the Fellegi–Sunter model of record linkage") bonus of 0.1 for each of
 * up to four letters at the start that agree. Counts UTF-16 units; two empty words are the same.
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroLikeness(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroLikeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 0 || b.length === 0) return 0
  const matchesOfA = matching(a, b)
  const matches = matchesOfA.length
  if (matches === 0) return 0
  const matchesOfB = matching(b, a)
  let moved = 0
  for (let i = 0; i < matches; i++) if (matchesOfA[i] !== matchesOfB[i]) moved += 1
  return (matches / a.length + matches / b.length + (matches - moved / 2) / matches) / 3
}

/** The letters of `a`, in order, that stand near enough in `b`; each letter of `b` counts once. */
function matching(a: string, b: string): string[] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const isTaken = new Array<boolean>(b.length).fill(false)
  const found: string[] = []
  for (let i = 0; i < a.length; i++) {
    const letter = a.charAt(i)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (isTaken[j] === true || b.charAt(j) !== letter) continue
      isTaken[j] = true
      found.push(letter)
      break
    }
  }
  return found
}
