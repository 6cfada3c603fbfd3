import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainTextBlocks } from '../../../src/core/anchoring/blocks'
import { carryArticle } from '../../../src/core/anchoring/carry-over'
import { confirmPlacement, correctText, placeAgain } from '../../../src/core/anchoring/correct-text'
import { correctedBlocks } from '../../../src/core/anchoring/corrected-blocks'
import { spanOver } from '../../../src/core/annotation/spans'
import type { Edit } from '../../../src/core/history/change-set'
import { checkChangeSet } from '../../../src/core/history/check-change-set'
import { invert } from '../../../src/core/history/invert'
import {
  annotationSchema,
  articleSchema,
  revisionSchema,
  type Annotation,
  type Article,
  type Revision
} from '../../../src/core/project/entities'
import { sha256OfText } from '../../../src/core/project/sha256'
import { annotationOver } from '../../bench/anchoring/cases'
import { awkwardText } from './texts'

const now = '2026-05-01T10:00:00.000Z'
const before = [
  'The board met on Monday. “We knew,” said Renn, “and we did nothing.” Nobody answered him.',
  'Six weeks later the county court read the letter aloud, and the gallery fell silent at once.',
  'The ferry left without its captain. What became of the ledger was never explained to anybody.'
].join('\n\n')

function revisionOf(text: string, number = 1): Revision {
  return revisionSchema.parse({
    ...{ id: `revision-${number}`, projectId: 'project-1', articleId: 'article-1', number, text },
    ...{ textSha256: sha256OfText(text), blocks: plainTextBlocks(text).blocks, createdAt: now }
  })
}

const article: Article = articleSchema.parse({
  ...{ id: 'article-1', projectId: 'project-1', title: 'The ferry', byline: '', outlet: '', url: '' },
  ...{ publishedAt: '', language: '', status: 'in-progress', revision: 1, wordCount: 48, original: null },
  ...{ createdAt: now, updatedAt: now }
})

function tagged(id: string, quote: string, role = 'content') {
  const startUtf16 = before.indexOf(quote)
  return annotationOver([spanOver(before, { startUtf16, endUtf16: startUtf16 + quote.length }, role)], id)
}

function correct(rows: Annotation[], edited: string, revisions = [revisionOf(before)]): Edit {
  const corrected = correctedBlocks(revisions[0]!, edited)
  if (!corrected.ok) throw new Error(corrected.error.message)
  return correctText({
    ...{ article, revisions, corrected: corrected.value, now: '2026-06-01T00:00:00.000Z' },
    carried: carryArticle(rows, { text: before }, corrected.value),
    revisionId: 'revision-new' as Revision['id']
  })
}

const changesOf = (edit: Edit, table: string) => edit.changes.filter(change => change.table === table)

describe('correctText', () => {
  const rows = [
    tagged('above', 'The board met'),
    tagged('inside', 'the county court read the letter aloud'),
    tagged('gone', 'What became of the ledger was never explained to anybody.')
  ]
  const edited = before
    .replace('county', 'country')
    .replace(' What became of the ledger was never explained to anybody.', '')

  test('is one step: revision, article, and the annotations that came along', () => {
    const edit = correct(rows, edited)
    expect(edit.label).toBe('Correct text')
    expect(edit.changes.map(change => [change.table, change.id])).toEqual([
      ['revisions', 'revision-new'],
      ['articles', 'article-1'],
      ['annotations', 'above'],
      ['annotations', 'inside']
    ])
    expect(changesOf(edit, 'articles')[0]?.after).toMatchObject({ revision: 2, wordCount: 39 })
    expect(changesOf(edit, 'revisions')[0]?.after).toMatchObject({
      ...{ number: 2, text: edited, textSha256: sha256OfText(edited) }
    })
    const [above, inside] = changesOf(edit, 'annotations').map(change => change.after as Annotation)
    expect(above).toEqual({ ...rows[0], revision: 2 })
    expect(inside).toMatchObject({ revision: 2, placement: 'moved' })
    expect(inside?.spans[0]?.quote).toBe('the country court read the letter aloud')
  })

  test('the store accepts it, and taking it back restores every row', () => {
    const edit = correct(rows, edited)
    const head = { id: 'c1', projectId: 'project-1', label: edit.label, at: now, annotatorId: 'annotator-1' }
    const changeSet = { ...head, operation: { kind: 'edit' }, changes: edit.changes }
    expect(checkChangeSet(changeSet as never)).toEqual({ ok: true, value: null })
    expect(invert(invert(edit.changes))).toEqual(edit.changes)
    expect(invert(edit.changes).at(-1)).toMatchObject({ table: 'revisions', after: null })
  })

  test('an older revision that was never the current one does not have its number taken', () => {
    const edit = correct(rows, edited, [revisionOf(before), revisionOf('Another text.', 4)])
    expect(changesOf(edit, 'articles')[0]?.after).toMatchObject({ revision: 5 })
  })

  test('what was to be confirmed before still is', () => {
    const waiting: Annotation = { ...tagged('waiting', 'The board met'), placement: 'moved' }
    expect(changesOf(correct([waiting], edited), 'annotations')[0]?.after).toMatchObject({
      placement: 'moved'
    })
  })
})

describe('blocks of a corrected text', () => {
  const text = ['Closing time', 'A bought list', 'of one thing', 'Then the ferry left the harbour.'].join(
    '\n\n'
  )
  const places = plainTextBlocks(text).blocks
  const types = ['heading', 'list-item', 'quotation', 'paragraph'] as const
  const old = {
    text,
    blocks: places.map(({ startUtf16, endUtf16 }, i) => ({
      ...{ type: types[i]!, ...(i < 2 ? { level: 1 } : {}), startUtf16, endUtf16 }
    }))
  }
  const typesOf = (edited: string) => {
    const made = correctedBlocks(old, edited)
    return made.ok ? made.value.blocks.map(block => block.type) : made.error.code
  }

  test.each([
    ['an insertion before the page', `New. ${text}`, 'list'],
    ['an insertion at its start', text.replace('list', 'long list'), 'list'],
    ['the page gone', text.slice(0, text.indexOf('list')), '']
  ])('pages begin where they did: %s', (_, edited, expected) => {
    const pages = [{ label: '7', startUtf16: text.indexOf('list') }]
    const made = correctedBlocks({ ...old, pages }, edited)
    if (!made.ok) throw new Error(made.error.message)
    const { text: now, pages: [page] = [] } = made.value
    expect(now.slice(page?.startUtf16).slice(0, expected.length || undefined)).toBe(expected)
  })

  test.each([
    ['a typo in each', text.replace('Closing', 'Closng').replace('bought', 'brought'), [...types]],
    ['a paragraph more', `${text}\n\nAnother sentence came.`, [...types, 'paragraph']],
    ['a block less', text.replace('A bought list\n\n', ''), ['heading', 'quotation', 'paragraph']],
    [
      'a heading cut in two',
      text.replace('Closing time', 'Closing is what\n\ntime'),
      ['heading', 'paragraph', ...types.slice(1)]
    ],
    ['white space alone', ' \n\n ', 'no-text']
  ])('%s', (_, edited, expected) => {
    expect(typesOf(edited)).toEqual(expected)
  })

  test('cover the text in order, joined by blank lines, whatever is typed', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, fc.nat(), (a, b, cut) => {
        const from = plainTextBlocks(a)
        const at = cut % (a.length + 1)
        const made = correctedBlocks(from, a.slice(0, at) + b + a.slice(at))
        if (!made.ok) return
        const { text: joined, blocks } = made.value
        expect(blocks.map(block => joined.slice(block.startUtf16, block.endUtf16)).join('\n\n')).toBe(joined)
      })
    )
  })
})

describe('confirming and placing again', () => {
  test('confirming takes the mark away, and only once', () => {
    const moved: Annotation = { ...tagged('a', 'The board met'), placement: 'moved' }
    const change = confirmPlacement(moved, now)?.changes[0]
    expect(change?.after).toEqual({ ...tagged('a', 'The board met'), updatedAt: now })
    expect(confirmPlacement(tagged('a', 'The board met'), now)).toBeUndefined()
  })

  test('an orphan placed again takes the parts along that are found, and says which are not', () => {
    const orphan = annotationOver([
      ...tagged('a', 'and we did nothing').spans,
      ...tagged('a', 'Renn', 'source').spans,
      ...tagged('a', 'gallery fell silent', 'cue').spans
    ])
    const after = before.replace('and we did nothing', 'and sat still').replace(/, and the gallery.*once/, '')
    const startUtf16 = after.indexOf('and sat still')
    const range = { startUtf16, endUtf16: startUtf16 + 'and sat still'.length }
    const { edit, dropped } = placeAgain(orphan, range, { text: before }, { text: after, number: 2 }, now)
    const placed = annotationSchema.parse(edit.changes[0]?.after)
    expect(placed.revision).toBe(2)
    expect(placed.spans.map(span => [span.role, span.quote])).toEqual([
      ['content', 'and sat still'],
      ['source', 'Renn']
    ])
    expect(dropped.map(span => span.quote)).toEqual(['gallery fell silent'])
  })
})
