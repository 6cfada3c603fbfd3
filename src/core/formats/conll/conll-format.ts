import { sentencesOf, tokensOf, type Token } from '../../anchoring/tokens'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { fileNameFor } from '../file-name'
import type { Format, FormatIssue, OutgoingFile, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { withoutOverlaps, type Piece } from './without-overlaps'

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
  { annotations, revision }: CurrentText,
  layer: string,
  issues: FormatIssue[]
): (token: Token) => string {
  const kept = withoutOverlaps(
    annotations.filter(row => row.layer === layer),
    revision.text.length,
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
