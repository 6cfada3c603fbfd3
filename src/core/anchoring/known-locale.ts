/** A language tag that segmenters take. An article's language is what its metadata say, which need not be one. */
export function knownLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
