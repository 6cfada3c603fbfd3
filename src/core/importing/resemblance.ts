/** So many words in a row make a shingle. */
const shingleWords = 4
/** The estimate is off by 0.03 or less (standard error at half resemblance). */
const sketchSize = 256
/** Texts that share this much of their wording are one text with corrections, another heading or other advertising. */
export const nearlyTheSame = 0.8

/** The least hashes of a text's shingles, ascending. */
export type Sketch = Uint32Array

// Scripts without spaces between words: each character counts as one.
const words =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|[\p{L}\p{M}\p{N}]+/gu

/**
 * A sketch by which texts can be compared without the texts. Case, punctuation and white space do not count. A text
 * without a word has an empty one. After Broder, On the resemblance and containment of documents (1997), 3; the
 * least hashes of one function stand for those of many.
 */
export function sketchOf(text: string): Sketch {
  const hashes = (text.toLowerCase().match(words) ?? []).map(hashOf)
  const shingles = new Uint32Array(hashes.length === 0 ? 0 : Math.max(1, hashes.length - shingleWords + 1))
  for (let at = 0; at < shingles.length; at += 1) {
    let hash = 0
    for (const word of hashes.slice(at, at + shingleWords)) hash = mixed(hash ^ word)
    shingles[at] = hash
  }
  shingles.sort()
  return shingles.filter((hash, at) => hash !== shingles[at - 1]).slice(0, sketchSize)
}

/** Which share of all their shingles two texts have in common, estimated: 0 for none, 1 for all. */
export function resemblance(a: Sketch, b: Sketch): number {
  let [atA, atB, seen, common] = [0, 0, 0, 0]
  while (seen < sketchSize && (atA < a.length || atB < b.length)) {
    const [hashA = Infinity, hashB = Infinity] = [a[atA], b[atB]]
    if (hashA === hashB) common += 1
    if (hashA <= hashB) atA += 1
    if (hashB <= hashA) atB += 1
    seen += 1
  }
  return seen === 0 ? 0 : common / seen
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** Every bit of the input changes about half of the output's: the finalizer of MurmurHash3. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
