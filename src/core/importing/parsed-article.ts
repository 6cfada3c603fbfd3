import { joinBlocks, type BlockContent } from '../anchoring/blocks'
import { canonicalizeText } from '../anchoring/canonical-text'
import type { FormatIssue } from '../formats/format'
import type { Block, PageStart } from '../project/entities'
import { fail, ok, type Result } from '../result'

/** What a file says of its article beside the text. What it does not say is the empty string. */
export interface ArticleFacts {
  title: string
  byline: string
  outlet: string
  url: string
  /** EDTF. */
  publishedAt: string
  /** BCP 47 tag. */
  language: string
}

/** An article as every document reader gives it, whatever the file was. */
export interface ParsedArticle extends ArticleFacts {
  /** Canonical. */
  text: string
  blocks: Block[]
  /** Ascending; only of files that have pages. */
  pages?: PageStart[]
  /** What was mended or left out, said to the person. */
  issues: FormatIssue[]
}

/**
 * Makes an article of blocks in their order. White space at the ends of a block goes, and so do blocks
 * without a visible character; no block keeps a blank line. Facts are put on one line and cut to what a row
 * can hold; without a title `fallbackTitle` is taken. Fails as `canonicalizeText` does, placed at `place`.
 */
export function parsedArticle(
  contents: readonly BlockContent[],
  facts: Partial<ArticleFacts>,
  { place, fallbackTitle, issues = [] }: { place: string; fallbackTitle: string; issues?: FormatIssue[] }
): Result<ParsedArticle> {
  const kept: BlockContent[] = []
  for (const content of contents) {
    const text = tidy(content.text)
    if (/[^\s\p{Cc}\p{Cf}]/u.test(text)) kept.push({ ...content, text })
  }
  if (kept.length === 0) return fail('no-text', `There is no text in ${place}.`, place)
  const { text, blocks } = joinBlocks(kept)
  const canonical = canonicalizeText(text, place)
  if (!canonical.ok) return canonical
  const title = oneLine(facts.title, 1000) || oneLine(fallbackTitle, 1000) || 'Untitled'
  return ok({
    text,
    blocks,
    title,
    byline: oneLine(facts.byline, 1000),
    outlet: oneLine(facts.outlet, 1000),
    url: webAddress(facts.url),
    publishedAt: oneLine(facts.publishedAt, 100),
    language: languageTag(facts.language),
    issues
  })
}

/** Lines keep what is on them; blank lines would part the block. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\S\n]*\n(?:[^\S\n]*\n)*/g, '\n')
    .replace(/^\s+|\s+$/g, '')
}

/** What a person could not see in a field is not put there. */
function oneLine(text: string | undefined, maximum: number): string {
  const line = (text ?? '').replace(/[\s\p{Cc}\p{Surrogate}]+/gu, ' ').trim()
  return line.length <= maximum
    ? line
    : Array.from(line)
        .slice(0, maximum / 2)
        .join('')
        .trimEnd()
}

/** Addresses that a click could run are no addresses. */
function webAddress(url: string | undefined): string {
  const address = oneLine(url, 4000)
  return /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : ''
}

/** The tag in its usual spelling, `en-GB`; empty for what is none. */
export function languageTag(given: string | undefined): string {
  try {
    const tag = Intl.getCanonicalLocales((given ?? '').trim().replaceAll('_', '-'))[0] ?? ''
    return tag.length <= 35 && !/^und\b/.test(tag) ? tag : ''
  } catch {
    return ''
  }
}
