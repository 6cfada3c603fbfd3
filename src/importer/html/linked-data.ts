import { parseJson } from '../../core/formats/parse-json'
import type { ArticleFacts } from '../../core/importing/parsed-article'

const articleTypes = /(?:^|[/#])(?:\w*Article|BlogPosting|Report|OpinionNewsArticle|ReportageNewsArticle)$/

/** What the first schema.org article in the page's JSON-LD says; what is malformed says nothing. */
export function linkedDataFacts(document: Document): Partial<ArticleFacts> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    // Pages wrap it in comments and CDATA now and then.
    const json = (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    const parsed = parseJson(json.replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*$/, ''))
    const article = parsed.ok ? findArticle(parsed.value) : undefined
    if (article !== undefined) return factsOf(article)
  }
  return {}
}

type Thing = Readonly<Record<string, unknown>>

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function findArticle(value: unknown): Thing | undefined {
  for (const root of listOf(value)) {
    if (!isThing(root)) continue
    const graph = root['@graph']
    for (const thing of [root, ...(Array.isArray(graph) ? (graph as unknown[]) : [])]) {
      if (!isThing(thing)) continue
      if (listOf(thing['@type']).some(type => typeof type === 'string' && articleTypes.test(type)))
        return thing
    }
  }
  return undefined
}

function factsOf(article: Thing): Partial<ArticleFacts> {
  const facts = {
    title: textOf(article['headline']) ?? textOf(article['name']),
    byline: namesOf(article['author']) ?? namesOf(article['creator']),
    outlet: namesOf(article['publisher']) ?? namesOf(article['sourceOrganization']),
    url: textOf(article['url']) ?? idOf(article['mainEntityOfPage']),
    publishedAt: textOf(article['datePublished']) ?? textOf(article['dateCreated']),
    language: textOf(article['inLanguage'])
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function textOf(value: unknown): string | undefined {
  const first = listOf(value)[0]
  return typeof first === 'string' && first.trim() !== '' ? decodeReferences(first.trim()) : undefined
}

function namesOf(value: unknown): string | undefined {
  const names = listOf(value).flatMap(one => {
    const name = isThing(one) ? textOf(one['name']) : textOf(one)
    return name === undefined || /^https?:/i.test(name) ? [] : [name]
  })
  return names.length === 0 ? undefined : [...new Set(names)].join(', ')
}

function idOf(value: unknown): string | undefined {
  return isThing(value) ? textOf(value['@id']) : textOf(value)
}

/** Systems that write pages escape these inside JSON as well. */
function decodeReferences(text: string): string {
  const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' }
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && (code & 0xf800) !== 0xd800 ? String.fromCodePoint(code) : whole
    }
  )
}
