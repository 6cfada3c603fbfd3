import type { Block } from '../project/entities'

/** One pair of quotation marks and what is between them; the marks belong to it. UTF-16 units, half open. */
export interface Quotation {
  startUtf16: number
  endUtf16: number
  /** How many quotations it lies in. */
  depth: number
  /** The text opens a further paragraph of it without having closed it here. */
  isContinued: boolean
}

interface OpenMark {
  mark: string
  at: number
}

/** What closes each mark that only opens. “ also closes „, and ’ is mostly an apostrophe. */
const closers: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“', '‚': '‘', '«': '»' }

/** Longest stretch between two pieces of one quotation, in UTF-16 units. */
const longestInterruption = 160

/**
 * The quotations of one block in the order of their starts: curly, straight double and angle marks, nested to any
 * depth. Apostrophes are told from closing marks; a mark without its partner makes no quotation, unless the next
 * block opens with the same mark, as a quotation of several paragraphs does.
 */
export function quotationsIn(text: string, blocks: readonly Block[], blockIndex: number): Quotation[] {
  const block = blocks[blockIndex]
  if (block === undefined) return []
  const found: Quotation[] = []
  const open: OpenMark[] = []
  const close = (level: number, endUtf16: number, isContinued = false) => {
    const opener = open[level]
    if (opener === undefined) return
    // Marks that were opened inside and never closed were none.
    open.length = level
    found.push({ startUtf16: opener.at, endUtf16, depth: level, isContinued })
  }
  for (let at = block.startUtf16; at < block.endUtf16; at++) {
    const mark = text.charAt(at)
    const level = closedLevel(text, at, mark, open, block.endUtf16)
    if (level >= 0) close(level, at + 1)
    else if (isOpening(text, at, mark, block)) open.push({ mark, at })
  }
  const next = blocks[blockIndex + 1]
  const outer = open[0]
  if (next !== undefined && outer !== undefined && text.charAt(next.startUtf16) === outer.mark)
    close(0, block.endUtf16, true)
  return found.sort((a, b) => a.startUtf16 - b.startUtf16)
}

/**
 * The pieces of the quotation that holds `piece`: itself, and those before and after it in its block that only
 * words such as “she said” part from it. In the order of the text.
 */
export function quotationPieces(
  text: string,
  quotations: readonly Quotation[],
  piece: Quotation
): Quotation[] {
  const peers = quotations.filter(other => other.depth === piece.depth)
  const at = peers.findIndex(other => other.startUtf16 === piece.startUtf16)
  if (at < 0) return [piece]
  let first = at
  let last = at
  while (isInterrupted(text, peers[first - 1], peers[first])) first--
  while (isInterrupted(text, peers[last], peers[last + 1])) last++
  return peers.slice(first, last + 1)
}

const speech =
  /\b(?:sa(?:id|ys|y|ying)|told|tells|add(?:s|ed|ing)|ask(?:s|ed)|wrote|writes|argu(?:es|ed)|testif(?:ies|ied)|recall(?:s|ed)|explain(?:s|ed)|continu(?:es|ed)|repl(?:ies|ied)|answer(?:s|ed)|declar(?:es|ed)|insist(?:s|ed)|conced(?:es|ed)|not(?:es|ed)|observ(?:es|ed)|stat(?:es|ed)|claim(?:s|ed)|concluded?|according to|tweeted|posted|sighed|laughed|shouted|whispered)\b/iu

function isInterrupted(text: string, before: Quotation | undefined, after: Quotation | undefined): boolean {
  if (before === undefined || after === undefined) return false
  const between = text.slice(before.endUtf16, after.startUtf16)
  if (between.length === 0 || between.length > longestInterruption || between.includes('\n')) return false
  // One sentence lies between at most: what comes after a second one is another quotation.
  const ends = between.trim().match(/[.!?](?=\s|$)/gu)?.length ?? 0
  if (ends > 1) return false
  const goesOn =
    /[,—–-][”’"»“]?$/u.test(text.slice(before.startUtf16, before.endUtf16)) || /^[,—–]/u.test(between)
  return (
    speech.test(between) &&
    (goesOn || /[.!?…][”’"»“]?$/u.test(text.slice(before.startUtf16, before.endUtf16)))
  )
}

/** Which of the open marks this one closes; -1 when none. */
function closedLevel(text: string, at: number, mark: string, open: readonly OpenMark[], end: number): number {
  if (mark === '"') return isStraightClosing(text, at) ? open.findLastIndex(one => one.mark === '"') : -1
  if (mark === '’' && isApostrophe(text, at, end)) return -1
  return open.findLastIndex(one => closers[one.mark] === mark)
}

function isOpening(text: string, at: number, mark: string, block: Block): boolean {
  if (mark === '"') return at + 1 < block.endUtf16 && !/\s/u.test(text.charAt(at + 1))
  if (!(mark in closers)) return false
  // ‘90s and ‘em are typed with the mark that opens.
  return (
    mark !== '‘' || !/^(?:\d\ds|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b)/iu.test(text.slice(at + 1, at + 7))
  )
}

/** Both straight marks look alike: one that follows a word or a stop, and precedes none, closes. */
function isStraightClosing(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return before !== '' && !/[\s(\[—–]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
}

/** Between letters it is one; after an s before a space it is one when a later mark can close instead. */
function isApostrophe(text: string, at: number, end: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (/[\p{L}\p{N}]/u.test(after)) return true
  if (!/s/iu.test(before) || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return false
  const rest = text.slice(at + 1, end)
  const stop = rest.search(/[‘“]/u)
  return /’(?![\p{L}\p{N}])/u.test(stop < 0 ? rest : rest.slice(0, stop))
}
