import { expect, test } from 'vitest'
import type { AnnotationId } from '../../../src/core/project/ids'
import type { Study } from '../../../src/core/project/study'
import type { Figure } from '../../../src/core/report/figure'
import { reportHtml } from '../../../src/core/report/report-html'
import { smallStudy } from '../perspective/small-study'

const hostile = '</style><script>alert(1)</script><img src="https://example.org/x" onerror="x">'

function studyWith(title: string): Study {
  const study = smallStudy({
    said: [
      { id: 'p1', paragraph: 2, attributes: { holder: 'Ann', stance: 'supports' } },
      { id: 'p2', paragraph: 4 }
    ],
    actors: ['Ann']
  })
  return {
    ...study,
    articles: study.articles.map(of => ({
      ...of,
      article: { ...of.article, title, outlet: title, url: title }
    }))
  }
}

function figure(passages: readonly string[], words = 'Words by stance'): Figure {
  return {
    id: 'figure',
    title: words,
    subtitle: words,
    legend: [],
    draw: ({ width }) => ({ width, height: 10, content: [] }),
    table: { columns: [{ title: words }, { title: 'Words', isNumber: true }], rows: [[words, 12]] },
    method: [words],
    passages: passages as readonly AnnotationId[]
  }
}

function report(study: Study, figures: readonly Figure[], parts = { hasTables: true, hasQuotations: true }) {
  return [
    ...reportHtml({
      ...parts,
      study,
      figures,
      projectTitle: figures[0]?.title ?? 'Study',
      registers: { actorName: id => id, issueName: id => id, caseName: id => id },
      measure: text => text.length * 5,
      fontCss: '',
      generator: { name: 'Counterpoint', version: '1.0.0' },
      generatedAt: '2026-01-02T10:00:00.000Z'
    })
  ].join('')
}

test('a figure comes with its table, the quotations behind it word for word, their sources and the method', () => {
  const study = studyWith('The closure')
  const html = report(study, [figure(['p1'])])
  const [of] = study.articles
  const quote = of?.annotations.find(({ id }) => id === 'p1')?.spans[0]?.quote ?? ''
  expect(of?.revision.text).toContain(quote)
  expect(html).toContain(`<blockquote>${quote}</blockquote>`)
  expect(html).toMatch(/“The closure”, The closure.*¶2/u)
  expect(html).toContain('<td class="number">12</td>')
  expect(html).toContain(of?.revision.textSha256)
  expect(html).toContain('“Contested reporting”, version 1')
})

test('only the passages behind the figure are quoted, and parts that were not wanted are left out', () => {
  const study = studyWith('The closure')
  expect(report(study, [figure(['p1'])]).match(/<blockquote>/gu)).toHaveLength(1)
  const bare = report(study, [figure(['p1'])], { hasTables: false, hasQuotations: false })
  expect(bare).not.toMatch(/<blockquote>|<h3>Quotations|<h3>Table/u)
})

test('whatever a project holds stays text: nothing runs, nothing is fetched, no element is begun', () => {
  const html = report(studyWith(hostile), [figure(['p1', 'p2'], hostile)])
  expect(html).not.toMatch(/<script|<img|<\/style><script|href="http|src="http/u)
  expect(html.match(/<\/style>/gu)).toHaveLength(1)
  expect(html).toContain("default-src 'none'")
})

test('what the report leaves out of a very large figure is said', () => {
  const many = {
    ...figure([]),
    table: { columns: [{ title: 'n' }], rows: Array.from({ length: 1_500 }, (_, i) => [i]) }
  }
  expect(report(studyWith('The closure'), [many])).toContain('The first 1,000 of 1,500 rows')
})

test('every element that is opened is closed, in order', () => {
  const html = report(studyWith('A & B'), [figure(['p1', 'p2']), figure([])])
  const open: string[] = []
  for (const [tag, end, name = '', selfClosed] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/giu)) {
    if (['meta', 'br', 'rect', 'path'].includes(name) || selfClosed === '/' || tag.startsWith('<!')) continue
    if (end === '/') expect(open.pop()).toBe(name)
    else open.push(name)
  }
  expect(open).toEqual([])
})
