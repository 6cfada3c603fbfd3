/** Small letters that have no decomposition and are still written without their stroke or as two. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe' }

/**
 * A name as it is compared: without case, diacritics, punctuation and the possessive "’s", in single spaces.
 * "Müller-Lüdenscheidt’s" becomes "muller ludenscheidt".
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøđłæœ]/gu, letter => plainLetters[letter] ?? letter)
    .replace(/['’]s(?=\s|$)/gu, '')
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words of a folded name without those that tell nobody apart: articles, titles, forms of a company. */
export function nameWords(folded: string): string[] {
  const words = folded.split(' ').filter(word => word !== '')
  const telling = words.filter(word => !untelling.has(word))
  return telling.length === 0 ? words : telling
}

const untelling = new Set(
  'a an the of and for mr mrs ms miss dr prof sir dame judge senator sen rep jr sr inc llc ltd co corp gmbh ag sa plc'.split(
    ' '
  )
)
