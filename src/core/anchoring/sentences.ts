import type { Block } from '../project/entities'

/** A stretch of text in UTF-16 units, half open. */
interface SentenceRange {
  startUtf16: number
  endUtf16: number
}

const segmenters = new Map<string, Intl.Segmenter>()

function sentenceSegmenter(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale === '' ? 'en' : locale, { granularity: 'sentence' })
    segmenters.set(locale, segmenter)
  }
  return segmenter
}

/** Before a name or a second party: the sentence always goes on. */
const goesOn = words(
  'Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Fr Sr Sra Sen Sens Rep Reps Gov Govs Pres Atty Gen Col Lt Maj Capt Cmdr Adm Sgt ' +
    'Cpl Pvt Supt Insp Det St Mt Ft v vs e.g i.e cf al viz approx est U.S.C'
)
/** A sentence goes on after these only before a number or a section sign: “No. 5”, but “No. He won.” */
const goesOnBeforeNumber = words(
  'No Nos Art Arts Sec Secs Fig Figs Vol Vols Ch Chs Para Paras Pt p pp n Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'
)
/** Ends a sentence only before a word that commonly begins one: “the U.S. Senate”, but “the U.S. The court”. */
const mayEnd = words(
  'Inc Ltd Co Corp Bros Jr Sr Ph.D M.D J.D Esq LL.P dept Dept Univ Ave Blvd Rd a.m p.m A.M P.M etc'
)
const starters = words(
  'A An The This That These Those There Here He She It They We I You His Her Its Their Our My Your Who What When Where ' +
    'Why How Which While Although Though Because Since If Unless Until After Before Then Now But And Or So Yet Nor For ' +
    'In On At By To From With Without Under Over As Of Not No Yes Even Still Also However Meanwhile Instead Some Many ' +
    'Most Both Each Every All One Another Such'
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/**
 * The sentence an offset lies in, in UTF-16 units and without white space at its ends; the one before when the
 * offset stands in the space between two. Sentences end with their block. Null where there are no words.
 */
export function sentenceAt(
  text: string,
  blocks: readonly Block[],
  offset: number,
  locale = 'en'
): SentenceRange | null {
  const block = blockAround(blocks, offset)
  if (block === undefined) return null
  const sentences = new Sentences(text, block, locale, offset)
  const found = sentences.at(offset)
  // The space after a sentence belongs to its segment; the one between two blocks to none.
  return found === null ? null : trimmed(text, found)
}

/**
 * Where the next sentence begins after an offset, or the last one before it began: the way of the caret. Going
 * forward past the last sentence it is the end of the text, going backward before the first one its start.
 */
export function nextSentenceStart(
  text: string,
  blocks: readonly Block[],
  offset: number,
  direction: 'forward' | 'backward',
  locale = 'en'
): number {
  const starts = (block: Block) => new Sentences(text, block, locale, offset).starts()
  const at = indexAround(blocks, offset)
  if (direction === 'forward') {
    for (let index = Math.max(at, 0); index < blocks.length; index++) {
      const block = blocks[index]
      const found = block && starts(block).find(start => start > offset)
      if (found !== undefined) return found
    }
    return Math.max(offset, blocks.at(-1)?.endUtf16 ?? 0)
  }
  for (let index = at; index >= 0; index--) {
    const block = blocks[index]
    const found = block && starts(block).findLast(start => start < offset)
    if (found !== undefined) return found
  }
  return Math.min(offset, blocks[0]?.startUtf16 ?? 0)
}

/** Where a sentence next ends after an offset: the way of a selection's moving end. Past the last, the end of the text. */
export function nextSentenceEnd(
  text: string,
  blocks: readonly Block[],
  offset: number,
  locale = 'en'
): number {
  for (let index = Math.max(indexAround(blocks, offset), 0); index < blocks.length; index++) {
    const block = blocks[index]
    const ends = block === undefined ? [] : new Sentences(text, block, locale, offset).ends()
    const found = ends.find(end => end > offset)
    if (found !== undefined) return found
  }
  return Math.max(offset, blocks.at(-1)?.endUtf16 ?? 0)
}

/** The block that holds an offset, or the one before the gap it stands in. */
export function blockAround(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[Math.max(0, indexAround(blocks, offset))]
}

function indexAround(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.startUtf16 ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** How far around an offset a block is segmented, in UTF-16 units: the engine's time grows with what it segments. */
const reach = 8_000
/** How much text before and after a border decides on it, in UTF-16 units. */
const borderReach = 120

/**
 * The sentences of one block around an offset: the Unicode rules (UAX #29), mended where an abbreviation misled them.
 * Of a sentence longer than the reach only a part is seen.
 */
class Sentences {
  readonly #text: string
  readonly #source: string
  readonly #from: number
  readonly #isCutBefore: boolean
  readonly #isCutAfter: boolean
  readonly #segmenter: Intl.Segmenter

  constructor(text: string, block: Block, locale: string, around: number) {
    const middle = Math.min(Math.max(around, block.startUtf16), block.endUtf16)
    const from = Math.max(block.startUtf16, middle - reach)
    const to = Math.min(block.endUtf16, middle + reach)
    this.#source = text
    this.#text = text.slice(from, to)
    this.#from = from
    this.#isCutBefore = from > block.startUtf16
    this.#isCutAfter = to < block.endUtf16
    this.#segmenter = sentenceSegmenter(locale)
  }

  /** Where sentences begin, without the one that began before what is seen. */
  starts(): number[] {
    const starts = this.#all().flatMap(range => trimmed(this.#source, range)?.startUtf16 ?? [])
    return this.#isCutBefore ? starts.slice(1) : starts
  }

  /** Where sentences end, without the one that ends after what is seen. */
  ends(): number[] {
    const ends = this.#all().flatMap(range => trimmed(this.#source, range)?.endUtf16 ?? [])
    return this.#isCutAfter ? ends.slice(0, -1) : ends
  }

  at(offset: number): SentenceRange | null {
    const local = Math.min(offset - this.#from, this.#text.length - 1)
    return this.#all().find(range => range.endUtf16 - this.#from > local) ?? null
  }

  #all(): SentenceRange[] {
    const ranges: SentenceRange[] = []
    for (const { index, segment } of this.#segmenter.segment(this.#text)) {
      const last = ranges.at(-1)
      const end = this.#from + index + segment.length
      if (last !== undefined && this.#isJoined(index, last.startUtf16 - this.#from)) last.endUtf16 = end
      else ranges.push({ startUtf16: this.#from + index, endUtf16: end })
    }
    return ranges
  }

  /** Whether a sentence that began at `start` goes on past the border at `border`. */
  #isJoined(border: number, start: number): boolean {
    const before = this.#text.slice(Math.max(start, border - borderReach), border)
    const after = this.#text.slice(border, border + borderReach)
    if (/\n\s*$/u.test(before)) return false
    // A closing mark, a dash or a number of a note by itself is no sentence.
    const next = /^[^.!?…]*/u.exec(after)?.[0] ?? ''
    if (!/[\p{L}\p{N}]/u.test(next) && !/[\p{L}\p{N}]/u.test(after.slice(0, next.length + 2))) return true
    if (!/[\p{L}\p{N}]/u.test(before)) return true
    // “Stop!” she said.
    if (/^["'“‘([]*\p{Ll}/u.test(after)) return true
    return endsInAbbreviation(before.trimEnd(), after)
  }
}

function endsInAbbreviation(before: string, after: string): boolean {
  const word = /(?:^|[\s“”‘’"'(\[—–-])((?:\p{L}+\.)*\p{L}+)\.$/u.exec(before)?.[1]
  if (word === undefined) return false
  if (goesOn.has(word)) return true
  if (goesOnBeforeNumber.has(word)) return /^["“‘(]?(?:\d|§|[IVXLC]+\b)/u.test(after)
  const isInitial = /^\p{Lu}$/u.test(word) && word !== 'I'
  const isAcronym = /^(?:\p{L}\.)+\p{L}$/u.test(word)
  if (!isInitial && !isAcronym && !mayEnd.has(word)) return false
  if (/^[§\d]/u.test(after)) return true
  const next = /^\P{L}*(\p{L}[\p{L}’']*)/u.exec(after)?.[1] ?? ''
  // Quotation marks between two sentences are a border that no name crosses.
  return !/^["“]/u.test(after) && !starters.has(next)
}

function trimmed(text: string, range: SentenceRange): SentenceRange | null {
  const words = text.slice(range.startUtf16, range.endUtf16)
  const startUtf16 = range.startUtf16 + (words.length - words.trimStart().length)
  const endUtf16 = startUtf16 + words.trim().length
  return startUtf16 < endUtf16 ? { startUtf16, endUtf16 } : null
}
