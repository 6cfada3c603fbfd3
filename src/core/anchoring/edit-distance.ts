/**
 * Edit distances (insert, delete, replace one UTF-16 unit) of `pattern` to the text up to each place, by the
 * bit-parallel algorithm of Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on
 * Dynamic Programming" (J. ACM 46, 1999), in blocks of 32 units. `free`: to the best stretch that ends there
 * (Sellers 1980); `anchored`: to all of the text before. Element `end` of the answer belongs to the text up to
 * `end`; element 0 to the empty one. Time: text length × ⌈pattern length / 32⌉.
 */
export function distancesTo(pattern: string, text: string, mode: 'free' | 'anchored'): Int32Array {
  const distances = new Int32Array(text.length + 1)
  distances[0] = pattern.length
  if (pattern.length === 0) {
    if (mode === 'anchored') for (let end = 1; end <= text.length; end++) distances[end] = end
    return distances
  }
  const blocks = Math.ceil(pattern.length / 32)
  const equalUnits = unitMasks(pattern, blocks)
  const none = new Int32Array(blocks)
  const positive = new Int32Array(blocks).fill(-1)
  const negative = new Int32Array(blocks)
  const lastBit = 1 << ((pattern.length - 1) % 32)
  let distance = pattern.length
  for (let at = 0; at < text.length; at++) {
    const masks = equalUnits.get(text.charCodeAt(at)) ?? none
    let carry = mode === 'anchored' ? 1 : 0
    for (let block = 0; block < blocks; block++) {
      const topBit = block === blocks - 1 ? lastBit : 1 << 31
      carry = advance(block, masks[block] ?? 0, carry, topBit, positive, negative)
    }
    distance += carry
    distances[at + 1] = distance
  }
  return distances
}

/** One column of one block: takes the difference that comes in from above, answers the one that goes out. */
function advance(
  block: number,
  mask: number,
  carryIn: number,
  topBit: number,
  positive: Int32Array,
  negative: Int32Array
): number {
  const up = positive[block] ?? 0
  const down = negative[block] ?? 0
  const vertical = mask | down
  const equal = carryIn < 0 ? mask | 1 : mask
  const horizontal = (((equal & up) + up) ^ up) | equal
  let rises = down | ~(horizontal | up)
  let falls = up & horizontal
  const carryOut = (rises & topBit) !== 0 ? 1 : (falls & topBit) !== 0 ? -1 : 0
  rises = (rises << 1) | (carryIn > 0 ? 1 : 0)
  falls = (falls << 1) | (carryIn < 0 ? 1 : 0)
  positive[block] = falls | ~(vertical | rises)
  negative[block] = rises & vertical
  return carryOut
}

/** For each unit of the pattern the bits of the places where it stands. */
function unitMasks(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>()
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at)
    let mask = masks.get(unit)
    if (mask === undefined) masks.set(unit, (mask = new Int32Array(blocks)))
    mask[at >>> 5] = (mask[at >>> 5] ?? 0) | (1 << (at & 31))
  }
  return masks
}

/** How alike two strings are: 1 when equal, 0 when no unit can stay; 1 for two empty ones. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const distance = distancesTo(a, b, 'anchored')[b.length] ?? 0
  return 1 - distance / Math.max(a.length, b.length)
}

/** The string backwards, unit by unit: for comparing only, as it breaks surrogate pairs. */
export function backwards(text: string): string {
  let result = ''
  for (let at = text.length - 1; at >= 0; at--) result += text.charAt(at)
  return result
}
