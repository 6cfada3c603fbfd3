import type { ArticleFacts } from '../../core/importing/parsed-article'
import { dateOf } from './page-date'
import { linkedDataFacts } from './linked-data'

/**
 * What a saved page says of its article: JSON-LD (schema.org) before Open Graph and other `meta` elements,
 * these before the page's `title`. To be asked before the page is cleaned.
 */
export function pageFacts(document: Document, html: string): Partial<ArticleFacts> {
  const linked = linkedDataFacts(document)
  const meta = metaOf(document)
  const title =
    linked.title ??
    meta('og:title', 'twitter:title', 'citation_title', 'dc.title') ??
    headlineOf(document) ??
    titleOfPage(document)
  return {
    title: title ?? '',
    byline: linked.byline ?? bylineFrom(meta, document) ?? '',
    outlet:
      linked.outlet ??
      meta('og:site_name', 'citation_journal_title', 'application-name', 'dc.publisher') ??
      '',
    url: addressOf(document, html, meta, linked.url),
    publishedAt: dateOf(
      linked.publishedAt ??
        meta(
          'article:published_time',
          'og:published_time',
          'parsely-pub-date',
          'citation_publication_date',
          'citation_date',
          'date',
          'dc.date',
          'dc.date.issued',
          'dcterms.created',
          'pubdate',
          'sailthru.date'
        ) ??
        document.querySelector('time[pubdate], time[itemprop="datePublished"]')?.getAttribute('datetime') ??
        ''
    ),
    language: document.documentElement.getAttribute('lang') ?? linked.language ?? meta('og:locale') ?? ''
  }
}

type Meta = (...names: string[]) => string | undefined

/** The first of these names that has content. */
function metaOf(document: Document): Meta {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = element.getAttribute('content')?.trim() ?? ''
    if (name === null || content === '') continue
    const key = name.trim().toLowerCase()
    if (!values.has(key)) values.set(key, content)
  }
  return (...names) => {
    for (const name of names) {
      const value = values.get(name)
      if (value !== undefined) return value
    }
    return undefined
  }
}

/** Profiles on other sites stand where names should. */
function bylineFrom(meta: Meta, document: Document): string | undefined {
  const named = [
    meta('author'),
    meta('parsely-author'),
    meta('citation_author', 'dc.creator'),
    meta('article:author')
  ]
  const name = named.find(value => value !== undefined && !/^https?:|^@/i.test(value))
  if (name !== undefined) return withoutBy(name)
  const shown = document.querySelector(
    '[rel="author"], [itemprop="author"], [class~="byline"], [class~="author"]'
  )?.textContent
  return shown === undefined || shown === null || shown.length > 200 ? undefined : withoutBy(shown)
}

function withoutBy(byline: string): string {
  return byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by\s+/i, '')
}

/** A page with one heading of level 1 is titled by it; one with several may have its site's name there. */
export function headlineOf(document: Document): string | undefined {
  const [first, ...others] = document.querySelectorAll('h1')
  const text = first?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return others.length > 0 || text === '' || text.length > 300 ? undefined : text
}

/** The page's own title, without the name of the site behind a bar or dash at its end. */
function titleOfPage(document: Document): string | undefined {
  const title = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  if (title === '') return undefined
  const parts = title.split(/\s+[|»–—-]\s+/)
  const [first = ''] = parts
  return parts.length > 1 && first.split(' ').length >= 4 ? first : title
}

/** What browsers and savers note at the top of a saved page comes last: it may be a reader's own address of it. */
function addressOf(document: Document, html: string, meta: Meta, linked: string | undefined): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const saved =
    /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(html.slice(0, 4000))?.[1] ??
    /Page saved with SingleFile\s+url:\s*(\S+)/i.exec(html.slice(0, 4000))?.[1]
  const candidates = [canonical, meta('og:url', 'citation_public_url'), linked, saved]
  return candidates.find(url => url !== undefined && url !== null && /^https?:\/\//i.test(url)) ?? ''
}
