import { contentRole } from '../../annotation/parts'
import { sentencesOf, tokensOf, type Token } from '../../anchoring/tokens'
import type { Annotation } from '../../project/entities'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { fileNameFor } from '../file-name'
import type { Format, FormatIssue, OutgoingFile, Writing } from '../format'
import type { ProjectSource } from '../project-source'

/**
 * The format of the CoNLL-2002 shared task (Tjong Kim Sang 2002): a token and its tag on each line, an empty line
 * between sentences. Tags are IOB2: B- begins a passage, I- goes on with it, O is outside of all.
 */
export const conllFormat: Format = {
  id: 'conll',
  name: 'CoNLL-2002, BIO',
  description: 'Tokens with BIO tags, one file for each layer. For training sequence models.',
  extensions: ['.conll'],
  offsetUnit: 'token',
  losses: [
    'earlier-revisions',
    'blocks',
    'pages',
    'article-metadata',
    'article-state',
    'article-titles',
    'project-metadata',
    'codebook',
    'register-details',
    'unused-entries',
    'attributes',
    'memo',
    'confidence',
    'annotators',
    'parts',
    'overlaps',
    'token-borders',
    'relations',
    'origins',
    'placements',
    'times',
    'article-times'
  ],
  notes: [
    'Tokens are words after Unicode’s rules (UAX #29); each mark is a token of its own. Each article begins with -DOCSTART-.',
    'Where two annotations of a layer overlap, the one that begins first is kept, of two that begin together the longer one. Each piece of an interrupted passage begins anew with B-.'
  ],
  write: writeConll
}

function writeConll(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const stem = fileNameFor(source.head.project.title)
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      for (const { id } of source.head.codebook.layers) {
        const chunks = { [Symbol.iterator]: () => layerChunks(source, id, issues) }
        yield { name: `${stem}.${fileNameFor(id, 'layer')}.conll`, chunks }
      }
    }
  }
  return { files, issues }
}

function* layerChunks(source: ProjectSource, layer: string, issues: FormatIssue[]): Generator<string> {
  // What concerns all layers is said with the first one.
  const isFirst = source.head.codebook.layers[0]?.id === layer
  for (const text of currentTexts(source, isFirst ? issues : [])) {
    yield '-DOCSTART- O\n\n'
    const tagAt = tagger(text, layer, issues)
    for (const block of text.revision.blocks)
      for (const [from, to] of sentencesOf(
        text.revision.text,
        text.article.language,
        block.startUtf16,
        block.endUtf16
      )) {
        const tokens = tokensOf(text.revision.text, text.article.language, from, to)
        const lines = tokens.map(
          token => `${text.revision.text.slice(token.startUtf16, token.endUtf16)} ${tagAt(token)}`
        )
        if (lines.length > 0) yield `${lines.join('\n')}\n\n`
      }
  }
}

/** Tags tokens, which have to come in text order. */
function tagger(
  { annotations }: CurrentText,
  layer: string,
  issues: FormatIssue[]
): (token: Token) => string {
  const kept = withoutOverlaps(
    annotations.filter(row => row.layer === layer),
    issues
  )
  let at = 0
  let begun: Piece | undefined
  return token => {
    while (at < kept.length && (kept[at]?.endUtf16 ?? 0) <= token.startUtf16) at += 1
    const piece = kept[at]
    if (piece === undefined || piece.startUtf16 >= token.endUtf16) return 'O'
    const isBegun = begun === piece
    begun = piece
    return `${isBegun ? 'I' : 'B'}-${layer}`
  }
}

interface Piece {
  row: Annotation
  startUtf16: number
  endUtf16: number
}

/** The passages of annotations in text order; one that touches the words of an earlier one is left out whole. */
function withoutOverlaps(annotations: readonly Annotation[], issues: FormatIssue[]): Piece[] {
  const kept: Piece[] = []
  const sorted = annotations
    .map(row => row.spans.filter(span => span.role === contentRole).map(span => ({ row, ...span })))
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  for (const pieces of sorted) {
    const isFree = pieces.every(piece =>
      kept.every(other => other.endUtf16 <= piece.startUtf16 || other.startUtf16 >= piece.endUtf16)
    )
    if (isFree) kept.push(...pieces)
    else
      issues.push({
        place: `annotations[${JSON.stringify(pieces[0]?.row.id)}]`,
        message: 'The annotation overlaps another of its layer; left out.'
      })
  }
  return kept.sort((a, b) => a.startUtf16 - b.startUtf16)
}

const startOf = (pieces: readonly Piece[]) => pieces[0]?.startUtf16 ?? 0
const endOf = (pieces: readonly Piece[]) => pieces.at(-1)?.endUtf16 ?? 0
