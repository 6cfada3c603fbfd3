import { missingRequired } from '../annotation/completeness'
import { findLayer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import type { Study } from '../project/study'
import type { ReportSources } from './report-sources'
import { escapeXml } from './svg'

/** How a report came to be, so that it can be checked: codebook, texts with their checksums, counts, what is missing. */
export function methodChapter({ study, generator, generatedAt }: ReportSources): string {
  const { codebook } = study
  const annotations = study.articles.flatMap(of => of.annotations)
  return `<section id="method">
<h2>Method</h2>
${facts([
  `Codebook: “${codebook.title}”, version ${codebook.version}.`,
  `Made with ${generator.name} ${generator.version} at ${generatedAt}.`,
  annotatorsInWords(study, annotations),
  missingInWords(study, annotations),
  'Words are counted as Unicode delimits them (UAX #29): segments that hold a letter, a digit or an ideograph.',
  'Annotations whose place in the current text is not known are left out; the program lists them as orphaned.',
  'Quotations are verbatim; […] stands where the quoted words are interrupted in the article.'
])}
<h3>Annotations by layer</h3>
<table><thead><tr><th scope="col">Layer</th><th scope="col" class="number">Annotations</th></tr></thead><tbody>
${codebook.layers
  .map(layer => {
    const count = annotations.filter(annotation => annotation.layer === layer.id).length
    return `<tr><th scope="row">${escapeXml(layer.name)}</th><td class="number">${count.toLocaleString('en')}</td></tr>`
  })
  .join('\n')}
</tbody></table>
<h3>Texts</h3>
<table><thead><tr><th scope="col">Article</th><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col" class="number">Words</th><th scope="col">SHA-256 of the text</th></tr></thead><tbody>
${study.articles
  .map(
    ({ article, revision }) =>
      `<tr><th scope="row">${escapeXml(article.title)}${revision.number > 1 ? ` (revision ${revision.number})` : ''}</th><td>${escapeXml(article.outlet)}</td><td>${escapeXml(article.publishedAt)}</td><td class="number">${article.wordCount.toLocaleString('en')}</td><td><code>${revision.textSha256}</code></td></tr>`
  )
  .join('\n')}
</tbody></table>
</section>
`
}

function facts(sentences: readonly string[]): string {
  return sentences.map(sentence => `<p class="method">${escapeXml(sentence)}</p>`).join('\n')
}

function annotatorsInWords({ annotators }: Study, annotations: readonly Annotation[]): string {
  const counts = new Map<string, number>()
  for (const { annotatorId } of annotations) counts.set(annotatorId, (counts.get(annotatorId) ?? 0) + 1)
  const named = annotators
    .filter(({ id }) => counts.has(id))
    .map(({ id, name }) => `${name} (${(counts.get(id) ?? 0).toLocaleString('en')})`)
  return named.length === 0
    ? 'Nothing is annotated yet.'
    : `Annotators, with their annotations: ${named.join(', ')}.`
}

function missingInWords({ codebook }: Study, annotations: readonly Annotation[]): string {
  const missing = new Map<string, number>()
  for (const annotation of annotations) {
    const layer = findLayer(codebook, annotation.layer)
    if (layer === undefined) continue
    for (const { name } of missingRequired(annotation, layer)) {
      const what = `${layer.name}, ${name.toLowerCase()}`
      missing.set(what, (missing.get(what) ?? 0) + 1)
    }
  }
  if (missing.size === 0) return 'No required value is missing.'
  const list = [...missing].map(([what, count]) => `${what} (${count.toLocaleString('en')})`)
  return `Required values that are missing: ${list.join('; ')}.`
}
