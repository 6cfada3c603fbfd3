import { citeSource } from '../annotation/cite-passage'
import { describeAnnotation } from '../annotation/describe'
import { quoteOf } from '../annotation/spans'
import { findLayer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import type { Study, StudyArticle } from '../project/study'
import { composePicture } from './compose-picture'
import type { Figure, FigureTable } from './figure'
import { hatchDefinitions } from './ink'
import { methodChapter } from './method-chapter'
import type { ReportSources } from './report-sources'
import { reportStyles } from './report-styles'
import { escapeXml, svg, svgText } from './svg'

/** More of a figure's rows or passages would make a report that nobody opens; the dataset holds them all. */
const mostOfOneFigure = 1_000

/** Of height to width: a picture beyond it cannot stand on one page, and is cut rather than moved to the next. */
const tallerThanAPage = 0.6

/**
 * A report as one HTML file that needs nothing beside it and runs nothing: each figure with its picture,
 * its table, the quotations behind it and their sources, and how all was made. Everything is escaped. In pieces, so that
 * a long one does not hold up the window.
 */
export function* reportHtml(sources: ReportSources): Generator<string> {
  const { projectTitle, figures, generatedAt, fontCss, generator } = sources
  const title = escapeXml(projectTitle)
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="generator" content="${escapeXml(`${generator.name} ${generator.version}`)}">
<title>${title}</title>
<style>${fontCss}${reportStyles}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapeXml(date.format(new Date(generatedAt)))} · ${escapeXml(scopeInWords(sources.study))}</p>
</header>
<nav aria-label="Contents"><ol>
${figures.map(({ title }, i) => `<li><a href="#figure-${i + 1}">${escapeXml(title)}</a></li>`).join('\n')}
<li><a href="#method">Method</a></li>
</ol></nav>
${svgText(svg('svg', { class: 'definitions', 'aria-hidden': 'true' }, hatchDefinitions()))}
`
  const passages = passagesById(sources.study)
  for (const [i, figure] of figures.entries()) {
    yield figureHead(figure, i + 1, sources)
    if (sources.hasTables) yield tableHtml(figure.table)
    if (sources.hasQuotations) yield* quotations(figure, passages, sources)
    yield '</section>\n'
  }
  yield methodChapter(sources)
  yield '</body>\n</html>\n'
}

type Passages = ReadonlyMap<string, { of: StudyArticle; annotation: Annotation }>

function passagesById(study: Study): Passages {
  return new Map(
    study.articles.flatMap(of =>
      of.annotations.map(annotation => [annotation.id, { of, annotation }] as const)
    )
  )
}

function figureHead(figure: Figure, number: number, { measure }: ReportSources): string {
  const picture = composePicture(figure, measure, { hasDefinitions: false, hasWords: false })
  return `<section id="figure-${number}">
<h2>${escapeXml(figure.title)}</h2>
<p class="subtitle">${escapeXml(figure.subtitle)}</p>
<figure${picture.height > picture.width * tallerThanAPage ? ' class="tall"' : ''}>
${svgText(picture.root)}
</figure>
${figure.method.map(sentence => `<p class="method">${escapeXml(sentence)}</p>`).join('\n')}
`
}

function tableHtml({ columns, rows }: FigureTable): string {
  if (rows.length === 0) return ''
  const number = (i: number) => (columns[i]?.isNumber === true ? ' class="number"' : '')
  const cell = (value: string | number | null, i: number) => {
    const text = escapeXml(typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''))
    return i === 0 ? `<th scope="row">${text}</th>` : `<td${number(i)}>${text}</td>`
  }
  const shown = rows.slice(0, mostOfOneFigure)
  return `<h3>Table</h3>
<table>
<thead><tr>${columns.map(({ title }, i) => `<th scope="col"${number(i)}>${escapeXml(title)}</th>`).join('')}</tr></thead>
<tbody>
${shown.map(cells => `<tr>${cells.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table>
${restOf(rows.length, 'rows')}`
}

function* quotations(
  { passages: ids }: Figure,
  passages: Passages,
  sources: ReportSources
): Generator<string> {
  if (ids.length === 0) return
  yield '<h3>Quotations</h3>\n<ol class="quotations">\n'
  for (const id of ids.slice(0, mostOfOneFigure)) {
    const passage = passages.get(id)
    if (passage !== undefined) yield quotation(passage.of, passage.annotation, sources)
  }
  yield `</ol>\n${restOf(ids.length, 'passages')}`
}

function quotation(of: StudyArticle, annotation: Annotation, { study, registers }: ReportSources): string {
  const layer = findLayer(study.codebook, annotation.layer)
  const { title, detail } = layer
    ? describeAnnotation(annotation, layer, registers)
    : { title: '', detail: '' }
  const what = [layer?.name, title, detail].filter(Boolean).join(', ')
  const url = of.article.url === '' ? '' : `, ${of.article.url}`
  return `<li><blockquote>${escapeXml(quoteOf(annotation))}</blockquote><b>${escapeXml(what)}</b><br><cite>${escapeXml(citeSource(of, annotation) + url)}</cite></li>\n`
}

function restOf(count: number, noun: string): string {
  if (count <= mostOfOneFigure) return ''
  return `<p class="facts">The first ${mostOfOneFigure.toLocaleString('en')} of ${count.toLocaleString('en')} ${noun}; the dataset holds all of them.</p>\n`
}

function scopeInWords({ articles }: Study): string {
  return articles.length === 1 ? '1 article' : `${articles.length.toLocaleString('en')} articles`
}
