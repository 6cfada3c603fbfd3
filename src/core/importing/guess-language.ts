import { francAll } from 'franc-min'

/** The languages that are told apart well enough, by their three letters (ISO 639-3). */
const tags: Readonly<Record<string, string>> = {
  ...{
    eng: 'en',
    deu: 'de',
    fra: 'fr',
    spa: 'es',
    ita: 'it',
    por: 'pt',
    nld: 'nl',
    pol: 'pl',
    ces: 'cs',
    swe: 'sv'
  },
  ...{
    rus: 'ru',
    ukr: 'uk',
    tur: 'tr',
    ron: 'ro',
    hun: 'hu',
    arb: 'ar',
    heb: 'he',
    ell: 'el',
    hin: 'hi',
    vie: 'vi'
  },
  ...{
    cmn: 'zh',
    jpn: 'ja',
    kor: 'ko',
    ind: 'id',
    pes: 'fa',
    bul: 'bg',
    srp: 'sr',
    hrv: 'hr',
    tha: 'th',
    urd: 'ur'
  }
}

/** Below this many UTF-16 units trigrams say little. */
const leastUnits = 300
const mostUnits = 10_000
/** How far the next best language has to stay behind (1 is the best). */
const nextAtMost = 0.93

/**
 * The BCP 47 tag of a text's language by its trigrams (Cavnar and Trenkle 1994), or empty when it is short or two
 * languages come close: a wrong language is worse than none.
 */
export function guessLanguage(text: string): string {
  if (text.length < leastUnits) return ''
  const [first, second] = francAll(text.slice(0, mostUnits))
  if (first === undefined || (second?.[1] ?? 0) > nextAtMost) return ''
  return tags[first[0]] ?? ''
}
