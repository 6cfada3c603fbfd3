import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkAttributeValue } from '../../../src/core/annotation/attribute-value'
import { missingRequired } from '../../../src/core/annotation/completeness'
import { findLayer } from '../../../src/core/project/codebook'
import { hasRealArticle, noRealArticle, readRealArticle, realArticlePath } from '../../fixtures/real-article'

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
