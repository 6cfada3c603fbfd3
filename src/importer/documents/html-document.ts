import { Readability } from '@mozilla/readability'
import type { BlockContent } from '../../core/anchoring/blocks'
import { stemOf } from '../../core/formats/file-name'
import type { FormatIssue, SourceFile } from '../../core/formats/format'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { fail, ok, type Result } from '../../core/result'
import { decodeHtml } from '../html/decode-html'
import { htmlBlocks, isTooDeep, tooDeep } from '../html/html-blocks'
import { headlineOf, pageFacts } from '../html/page-facts'
import { parseHtml } from '../html/parse-html'
import { takeTitle } from '../html/take-title'
import { oneArticle, type DocumentReader } from './document-reader'

/** More elements than the longest page has; the search for the readable part takes longer with each. */
const maximumElements = 200_000
/** A readable part shorter than this is more likely a teaser or a cookie notice. */
const shortestArticle = 200
/** When less of the page than this is in the readable part, it may have been missed. */
const suspiciousShare = 0.25

/** Saved web pages: the readable part, found by Readability, and what the page says of it. */
export const htmlDocument: DocumentReader = {
  id: 'html',
  name: 'web page',
  extensions: ['.html', '.htm', '.xhtml'],
  isSure: bytes => /^\s*(?:<!--[^]{0,500}?-->\s*)*<(?:!doctype html|html[\s>])/i.test(startOf(bytes)),
  read: async file => oneArticle(await readPage(file))
}

async function readPage({ name, bytes }: SourceFile): Promise<Result<ParsedArticle>> {
  const decoded = decodeHtml(bytes, name)
  if (!decoded.ok) return decoded
  return readHtml(decoded.value, name)
}

/** Reads the markup of a page as an article; `place` names the file in messages and gives a title at need. */
export async function readHtml(html: string, place: string): Promise<Result<ParsedArticle>> {
  const document = await parseHtml(html)
  if (isTooDeep(document.documentElement)) return tooDeep(place)
  if (document.querySelectorAll('*').length > maximumElements) {
    return fail(
      'too-many-elements',
      `${place} has more than ${maximumElements.toLocaleString('en')} elements.`,
      place
    )
  }
  const facts = pageFacts(document, html)
  const headline = headlineOf(document)
  // Pages that leave `body` out have their words right under the root.
  const root = (document.body.textContent ?? '').trim() === '' ? document.documentElement : document.body
  const whole = htmlBlocks(root, place, { leavesOut: isBoilerplate })
  if (!whole.ok) return whole
  const found = readablePart(document, place)
  if (!found.ok) return found
  const { contents, issues } = choose(found.value, whole.value, place)
  const titled = takeTitle(contents, facts.title ?? '', headline)
  const article = parsedArticle(
    titled.contents,
    { ...facts, title: titled.title },
    {
      place,
      fallbackTitle: stemOf(place),
      issues
    }
  )
  return article.ok || article.error.code !== 'no-text'
    ? article
    : fail('no-text', `There is no text in ${place} beside menus and the like.`, place)
}

/** Empty when there is none. Cleans the document on its way: it is of no further use. */
function readablePart(document: Document, place: string): Result<BlockContent[]> {
  const reader = new Readability<Node>(document, { serializer: node => node, disableJSONLD: true })
  let root: Node | null | undefined
  try {
    root = reader.parse()?.content
  } catch {
    // Odd pages break the search; they are read whole then.
    return ok([])
  }
  return root?.nodeType === 1 ? htmlBlocks(root as Element, place) : ok([])
}

function choose(readable: BlockContent[], whole: BlockContent[], place: string) {
  const issues: FormatIssue[] = []
  if (lengthOf(readable) < shortestArticle) return { contents: whole, issues }
  const share = lengthOf(readable) / Math.max(1, lengthOf(whole))
  if (share < suspiciousShare) {
    const percent = Math.max(1, Math.round(share * 100))
    const message = `Only ${percent} % of the words on this page are in the article that was found; check it against the page.`
    issues.push({ place, message })
  }
  return { contents: readable, issues }
}

function lengthOf(contents: readonly BlockContent[]): number {
  return contents.reduce((sum, { text }) => sum + text.length, 0)
}

/** What stands around an article on most pages, by element and by role (WAI-ARIA landmarks). */
function isBoilerplate(element: Element): boolean {
  const name = element.localName.toLowerCase()
  if (name === 'nav' || name === 'footer' || name === 'aside' || name === 'form') return true
  if (name === 'header' && element.querySelector('h1') === null) return true
  const role = element.getAttribute('role') ?? ''
  return /^(?:navigation|banner|contentinfo|complementary|search|dialog|alert|menu)$/.test(role)
}

function startOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 1024))
}
