import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkAttributeValue } from '../../../src/core/annotation/attribute-value'
import { missingRequired } from '../../../src/core/annotation/completeness'
import { eventOrderOf } from '../../../src/core/chronology/event-order'
import { ledgersOf } from '../../../src/core/chronology/ledger'
import { storyOrderOf } from '../../../src/core/chronology/story-order'
import { perspectiveColumns } from '../../../src/core/perspective/columns'
import { perspectivesOn } from '../../../src/core/perspective/filter-perspectives'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import { findLayer } from '../../../src/core/project/codebook'
import {
  hasRealArticle,
  noRealArticle,
  readRealArticle,
  realArticlePath,
  realArticleStudy
} from '../../fixtures/real-article'

const storedPath = new URL('../../fixtures/real-article/annotations.json', import.meta.url)
const words = (text: string) =>
  text
    .replaceAll('’', "'")
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu) ?? []

describe.skipIf(!hasRealArticle)(`annotations of a real article (skipped when ${noRealArticle})`, () => {
  test('are a dataset that the app reads without a remark, and every quote is what the text says there', () => {
    const { annotations, revisions } = readRealArticle()
    const text = revisions[0]?.text ?? ''
    for (const { id, spans } of annotations)
      for (const { startUtf16, endUtf16, quote } of spans)
        expect(text.slice(startUtf16, endUtf16), id).toBe(quote)
  })

  test('begin and end with words, so that no position has drifted', () => {
    const { annotations, revisions } = readRealArticle()
    const text = revisions[0]?.text ?? ''
    const cutsWord = (at: number) => /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
    for (const { id, spans } of annotations)
      for (const { startUtf16, endUtf16 } of spans)
        expect([cutsWord(startUtf16), cutsWord(endUtf16)], `${id} ${startUtf16}`).toEqual([false, false])
  })

  test('are many enough of each layer to stand for a real study', () => {
    const { annotations } = readRealArticle()
    const count = (layer: string) => annotations.filter(row => row.layer === layer).length
    expect(count('perspective')).toBeGreaterThanOrEqual(35)
    expect(count('legal-event')).toBeGreaterThanOrEqual(30)
    expect(count('claim')).toBeGreaterThanOrEqual(20)
  })

  test('keep to the codebook: nothing required is missing, every value points at something', () => {
    const data = readRealArticle()
    const known = {
      actors: new Set(data.actors.map(row => row.id)),
      issues: new Set(data.issues.map(row => row.id)),
      cases: new Set(data.cases.map(row => row.id))
    }
    for (const annotation of data.annotations) {
      const layer = findLayer(data.codebook, annotation.layer)
      if (layer === undefined) throw new Error(`No layer ${annotation.layer}`)
      expect(missingRequired(annotation, layer), annotation.id).toEqual([])
      for (const [id, value] of Object.entries(annotation.attributes)) {
        const attribute = layer.attributes.find(candidate => candidate.id === id)
        if (attribute === undefined) throw new Error(`${annotation.id}.${id}`)
        expect(checkAttributeValue(attribute, value, known), `${annotation.id}.${id}`).toBeNull()
      }
    }
  })

  test('hold no words of the article: no ten in a row are its own', () => {
    const runs = (text: string) => {
      const all = words(text)
      return all.slice(0, Math.max(0, all.length - 9)).map((_, at) => all.slice(at, at + 10).join(' '))
    }
    const theirs = new Set(runs(readFileSync(realArticlePath, 'utf8')))
    expect(theirs.size).toBeGreaterThan(1000)
    expect(runs(readFileSync(storedPath, 'utf8')).filter(run => theirs.has(run))).toEqual([])
  })
})

describe.skipIf(!hasRealArticle)(`views of a real article (skipped when ${noRealArticle})`, () => {
  test('who was for closing the site and who against: each holder stands on the side the article gives them', () => {
    const study = realArticleStudy()
    const issue = study.issues.find(({ id }) => id === 'issue-closure') ?? null
    const perspectives = perspectivesOn(perspectivesOf(study), issue, study.issues)
    const { columns, rows } = perspectiveColumns(study, perspectives, issue, {
      ...{ columnsBy: 'stance', actors: null, rowsBy: 'story', sort: 'story', grouping: 'none' }
    })
    const holdersIn = (side: string) => {
      const at = columns.findIndex(column => column.side === side)
      const cards = rows.flatMap(row => row.cells[at]?.groups.flatMap(group => group.cards) ?? [])
      return new Set(cards.map(({ perspective }) => perspective.holder?.replace('actor-', '')))
    }
    const supporting = [
      'harris',
      'krell',
      'mccaskill',
      'portman',
      'baldwin',
      'subcommittee',
      'ca-office',
      'federal'
    ]
    const opposing = ['bailey', 'andrews', 'corn-revere', 'lacey', 'owners', 'left-advocates', 'cynics']
    expect([...holdersIn('supports')]).toEqual(expect.arrayContaining(supporting))
    expect([...holdersIn('opposes')]).toEqual(expect.arrayContaining(opposing))
    for (const holder of supporting) expect(holdersIn('opposes').has(holder), holder).toBe(false)
    for (const holder of opposing) expect(holdersIn('supports').has(holder), holder).toBe(false)
    expect([...holdersIn('unclear')]).toEqual(['campaign'])
  })

  test('what became of the 93 counts: 1 convicted, 1 + 53 acquitted, 31 of 84 hung left, 7 that nobody tells of', () => {
    const ledger = ledgersOf(realArticleStudy()).find(({ key }) => key === 'case-federal')
    if (ledger === undefined) throw new Error('No ledger')
    const { lines, standing } = ledger.account
    expect(lines.find(({ event }) => event.ids.includes('l-verdict' as never))?.change).toMatchObject({
      ...{ convicted: 1, acquitted: 1, hung: 84 }
    })
    expect(lines.find(({ event }) => event.ids.includes('l-acquittal' as never))).toMatchObject({
      ...{ change: { acquitted: 53, hung: -53 }, fromHung: 53 }
    })
    expect(standing).toMatchObject({ charged: 93, convicted: 1, acquitted: 54, hung: 31, open: 7 })
    expect(ledger.defendants).toHaveLength(4)
    const flagged = ledger.flags.map(({ rule, title }) => `${rule}: ${title}`)
    expect(flagged).toContain('no-disposition: 7 counts have no disposition.')
    expect(flagged).toContain('divided-jury: 31 counts stand where the jury was divided.')
    expect(flagged.some(flag => flag.startsWith('death-with-open-counts'))).toBe(true)
    expect(flagged.some(flag => flag.startsWith('defendant-without-end'))).toBe(true)
  })

  test('what happened when, though the story tells it otherwise', () => {
    const study = realArticleStudy()
    const { compare, sequence, contradictions } = eventOrderOf(study)
    const idOf = (report: string) => {
      const event = sequence.find(({ reports }) => reports.some(({ annotation }) => annotation.id === report))
      if (event === undefined) throw new Error(`Not in order: ${report}`)
      return event.id
    }
    const happened = [
      'l-launch',
      'l-craigslist',
      'l-letter',
      'l-state-charges-2',
      'l-hearing',
      'l-indictment'
    ]
    happened.push('l-mistrial', 'l-trial-2-planned', 'l-sentence-3', 'l-prison-2')
    happened.forEach((earlier, at) => {
      for (const later of happened.slice(at + 1))
        expect(compare(idOf(earlier), idOf(later)), `${earlier} ${later}`).toBe('before')
    })
    expect(contradictions).toEqual([])
    const [of] = study.articles
    if (of === undefined) throw new Error('No article')
    const { told, pairs, tau } = storyOrderOf(study, of)
    expect(told[0]?.event.date?.text).toBe('2016')
    const outOfLine = (kind: string) =>
      told.filter(({ anachrony }) => anachrony === kind).map(({ event }) => String(event.id))
    expect(outOfLine('flashback')).toEqual(['l-letter', 'l-referendum'])
    expect(outOfLine('flash-forward')).toContain('l-sentence-1')
    expect(pairs.inverted).toBeGreaterThan(50)
    expect(tau).toBeGreaterThan(0)
    expect(tau).toBeLessThan(1)
  })
})
