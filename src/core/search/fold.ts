/** A text made comparable, and where each of its characters stood. */
export interface FoldedText {
  /** Never longer than the original: characters are replaced one for one or left out. */
  readonly text: string
  /** The offset in the original, in UTF-16 units, of the character at an offset of the folded text. */
  toOriginal(foldedUtf16: number): number
}

export interface FoldOptions {
  /** Capital and small letters stay apart. */
  keepCase?: boolean
}

const foreign = /[^\x00-\x7f]/gu
const lettersWithMarks = /^(.)\p{M}+$/su
const leftOut = /^[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]$/u
const twins = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '−': '-',
    Ł: 'L',
    ł: 'l',
    Ø: 'O',
    ø: 'o',
    Đ: 'D',
    đ: 'd',
    '\u00a0': ' ',
    '\u2009': ' ',
    '\u202f': ' '
  })
)

/** What each character beyond ASCII becomes; there are few different ones in a text and many of each. */
const remembered = new Map<string, string>()

/**
 * Makes texts comparable as a person searches them: without diacritics, with plain quotation marks, dashes and
 * spaces, and in small letters unless `keepCase`.
 */
export function foldText(text: string, { keepCase = false }: FoldOptions = {}): FoldedText {
  // From each of these offsets on, the two texts run beside each other.
  const folded = [0]
  const original = [0]
  const pieces: string[] = []
  let length = 0
  let from = 0
  foreign.lastIndex = 0
  for (let found = foreign.exec(text); found !== null; found = foreign.exec(text)) {
    const character = found[0]
    const plain = foldCharacter(character)
    if (plain === character) continue
    const before = text.slice(from, found.index)
    pieces.push(before, plain)
    length += before.length + plain.length
    from = found.index + character.length
    if (plain.length === character.length) continue
    folded.push(length)
    original.push(from)
  }
  const joined = pieces.length === 0 ? text : pieces.join('') + text.slice(from)
  const plain = joined.replace(/[\n\t]/gu, ' ')
  const isAligned = folded.length === 1
  return {
    text: keepCase ? plain : toSmallLetters(plain),
    toOriginal: at => (isAligned ? at : shift(folded, original, at))
  }
}

/** A short text made comparable, when nobody asks where its characters stood. */
export function foldWords(text: string): string {
  return foldText(text).text
}

function foldCharacter(character: string): string {
  const known = remembered.get(character)
  if (known !== undefined) return known
  const base = lettersWithMarks.exec(character.normalize('NFD'))?.[1]
  const plain = twins.get(character) ?? (leftOut.test(character) ? '' : fitting(base, character))
  remembered.set(character, plain)
  return plain
}

function fitting(base: string | undefined, character: string): string {
  return base?.length === character.length ? base : character
}

/** A few letters grow when they are made small (İ); those stay, so that offsets do. */
function toSmallLetters(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from(text, character => {
    const own = character.toLowerCase()
    return own.length === character.length ? own : character
  }).join('')
}

function shift(folded: readonly number[], original: readonly number[], at: number): number {
  let low = 0
  let high = folded.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((folded[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return (original[low - 1] ?? 0) + at - (folded[low - 1] ?? 0)
}
