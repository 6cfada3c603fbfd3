import { tokensOf, type Token } from '../../anchoring/tokens'
import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import type { Annotation, Span } from '../../project/entities'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { jsonArray } from '../exchange/json-array'
import { fileNameFor } from '../file-name'
import type { FormatIssue, Writing } from '../format'
import type { ProjectHead, ProjectSource } from '../project-source'
import type { SpacyLine, SpacySpan } from './spacy-schema'

export function writeSpacy(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const chunks = {
    *[Symbol.iterator]() {
      issues.length = 0
      const names = entryNames(source.head)
      for (const text of currentTexts(source, issues)) yield* lineChunks(text, source.head, names, issues)
    }
  }
  return { files: [{ name: `${fileNameFor(source.head.project.title)}.spacy.jsonl`, chunks }], issues }
}

/** A `SpacyLine` with its tokens, in chunks. */
function* lineChunks(
  text: CurrentText,
  head: ProjectHead,
  names: EntryNames,
  issues: FormatIssue[]
): Generator<string> {
  const { article, revision, index } = text
  const tokens = tokensOf(revision.text, article.language)
  const finder = new TokenFinder(tokens)
  const firstOf = new Map<string, SpacySpan>()
  const spans = text.annotations.flatMap(row => {
    const own = toSpans(row, text, head, names, finder)
    if (own[0] !== undefined) firstOf.set(row.id, own[0])
    if (own.some(span => span.token_start === undefined)) {
      const message = 'A passage begins or ends within a token; spaCy can train on whole tokens only.'
      issues.push({ place: `annotations[${JSON.stringify(row.id)}]`, message })
    }
    return own
  })
  const relations = text.relations.flatMap(row => {
    const [head_span, child_span] = [firstOf.get(row.from), firstOf.get(row.to)]
    if (head_span === undefined || child_span === undefined) return []
    const [headToken, child] = [head_span.token_end, child_span.token_end]
    const ends = headToken === undefined || child === undefined ? {} : { head: headToken, child }
    return [
      {
        ...ends,
        head_span: bare(head_span),
        child_span: bare(child_span),
        label: row.type,
        from: row.from,
        to: row.to
      }
    ]
  })
  const meta: SpacyLine['meta'] = {
    title: article.title,
    byline: article.byline,
    source: article.outlet,
    url: article.url,
    published: article.publishedAt,
    language: article.language
  }
  yield `{"text":${JSON.stringify(revision.text)},"meta":${JSON.stringify(meta)},"tokens":`
  yield* jsonArray(
    tokens.map(({ startUtf16, endUtf16 }, id) => ({
      text: revision.text.slice(startUtf16, endUtf16),
      start: index.toCodePoint(startUtf16),
      end: index.toCodePoint(endUtf16),
      id,
      ws: tokens[id + 1] !== undefined && tokens[id + 1]?.startUtf16 !== endUtf16
    }))
  )
  yield ',"spans":'
  yield* jsonArray(spans)
  yield ',"relations":'
  yield* jsonArray(relations)
  yield ',"answer":"accept"}\n'
}

function bare({ start, end, label, token_start, token_end }: SpacySpan) {
  return { start, end, label, ...(token_start === undefined ? {} : { token_start, token_end }) }
}

/** A span for each piece and part; the first one bears what is said of the annotation. */
function toSpans(
  row: Annotation,
  { index, revision }: CurrentText,
  head: ProjectHead,
  names: EntryNames,
  tokens: TokenFinder
): SpacySpan[] {
  const strings = attributeStrings(row, findLayer(head.codebook, row.layer), names)
  const about = {
    ...(strings.length > 0 && {
      attributes: Object.fromEntries(strings.map(({ id, values }) => [id, values]))
    }),
    ...(row.memo !== '' && { memo: row.memo }),
    ...(row.confidence !== null && { confidence: row.confidence }),
    annotator: names.annotators.get(row.annotatorId) ?? row.annotatorId
  }
  const isContent = (span: Span) => span.role === contentRole
  const ordered = [...row.spans.filter(isContent), ...row.spans.filter(span => !isContent(span))]
  return ordered.map((span, at) => ({
    start: index.toCodePoint(span.startUtf16),
    end: index.toCodePoint(span.endUtf16),
    label: isContent(span) ? row.layer : `${row.layer}:${span.role}`,
    ...tokens.around(span.startUtf16, span.endUtf16),
    text: revision.text.slice(span.startUtf16, span.endUtf16),
    annotation: row.id,
    ...(isContent(span) ? {} : { role: span.role }),
    ...(at === 0 ? about : {})
  }))
}

/** Finds tokens by their borders. Prodigy's `token_end` is the last token, not the one behind it. */
class TokenFinder {
  private readonly byStart: ReadonlyMap<number, number>
  private readonly byEnd: ReadonlyMap<number, number>

  constructor(tokens: readonly Token[]) {
    this.byStart = new Map(tokens.map((token, at) => [token.startUtf16, at]))
    this.byEnd = new Map(tokens.map((token, at) => [token.endUtf16, at]))
  }

  /** Nothing when a border of the stretch is none of a token. */
  around(startUtf16: number, endUtf16: number): { token_start?: number; token_end?: number } {
    const [token_start, token_end] = [this.byStart.get(startUtf16), this.byEnd.get(endUtf16)]
    return token_start === undefined || token_end === undefined ? {} : { token_start, token_end }
  }
}
