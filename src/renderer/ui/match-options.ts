export interface ComboboxOption {
  id: string
  name: string
  /** Shown quieter beside the name, and searched too. */
  detail?: string
  /** Further names by which it is found. */
  aliases?: readonly string[]
}

/** Something that looks like what was typed, offered before a new one is made. */
export interface SimilarOption {
  id: string
  name: string
  /** Why it looks alike: "initials". */
  detail: string
}

const mostShown = 50

/** The options that contain every word of `query`, those whose name begins with it first. At most 50. */
export function matchOptions(options: readonly ComboboxOption[], query: string): ComboboxOption[] {
  const words = fold(query).split(' ').filter(Boolean)
  const found = options.filter(option => {
    const text = fold([option.name, option.detail ?? '', ...(option.aliases ?? [])].join(' '))
    return words.every(word => text.includes(word))
  })
  const begins = (option: ComboboxOption) => fold(option.name).startsWith(fold(query))
  return [...found.filter(begins), ...found.filter(option => !begins(option))].slice(0, mostShown)
}

/** The alias by which an option was found, when its name alone would not have been. */
export function matchedAlias(option: ComboboxOption, query: string): string | undefined {
  const words = fold(query).split(' ').filter(Boolean)
  const contains = (text: string) => words.every(word => fold(text).includes(word))
  if (words.length === 0 || contains(option.name)) return undefined
  return option.aliases?.find(contains)
}

/** Case and accents do not matter when looking for a name. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
