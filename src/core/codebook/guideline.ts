import { roleName } from '../annotation/parts'
import type { Attribute, CodebookContent, CodebookOption, Layer } from '../project/codebook'
import { attributeKindNames } from './attribute-kinds'
import { guidelineStyles } from './guideline-styles'
import type { Example, Examples } from './pick-examples'

export interface GuidelineContext {
  projectTitle: string
  /** As it is printed under the title: "22 November 2026". */
  date: string
  examples: Examples
  articleTitle(id: string): string | undefined
}

/**
 * The codebook as a guideline to print: one HTML file without scripts, which needs nothing beside it. Retired
 * things are left out. All text from the project is escaped.
 */
export function* guidelineHtml(codebook: CodebookContent, context: GuidelineContext): Iterable<string> {
  const layers = codebook.layers.filter(layer => layer.retired !== true)
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(codebook.title)}: guideline</title>
<style>${guidelineStyles}</style>
</head>
<body>
<header>
<h1>${escape(codebook.title)}</h1>
<p>Version ${codebook.version} · ${escape(context.projectTitle)} · ${escape(context.date)}</p>
</header>
<nav aria-label="Layers"><ol>
${layers.map(layer => `<li><a href="#${anchor(layer)}">${escape(layer.pluralName)}</a></li>`).join('\n')}
</ol></nav>
`
  for (const layer of layers) yield layerSection(layer, context)
  yield '</body>\n</html>\n'
}

function layerSection(layer: Layer, context: GuidelineContext): string {
  const attributes = layer.attributes.filter(attribute => attribute.retired !== true)
  const roles = layer.spanRoles.map(role => escape(roleName(role).toLowerCase())).join(', ')
  return `<section id="${anchor(layer)}">
<h2><span class="mark ${layer.lineStyle}"${lineStyleOf(layer)}>${escape(layer.initial)}</span> ${escape(layer.name)} ${keyCap(layer.key)}</h2>
${paragraph(layer.guidance)}
<p class="parts">Parts to mark: ${roles}.</p>
${exampleList(context.examples(layer.id), context)}
${attributes.map(attribute => attributeSection(layer, attribute, context)).join('\n')}
</section>
`
}

function attributeSection(layer: Layer, attribute: Attribute, context: GuidelineContext): string {
  const facts = [
    attributeKindNames[attribute.kind],
    attribute.required === true ? 'required' : 'optional',
    ...(attribute.kind === 'scale' ? [`${attribute.minimum ?? 1} to ${attribute.maximum ?? 5}`] : [])
  ]
  const options = (attribute.options ?? []).filter(option => option.retired !== true)
  const rows = options.map(option =>
    optionRow(option, context.examples(layer.id, attribute.id, option.id), context)
  )
  return `<h3>${escape(attribute.name)} ${keyCap(attribute.key)}</h3>
<p class="facts">${facts.join(' · ')}</p>
${paragraph(attribute.guidance)}
${rows.length === 0 ? '' : `<table>\n<thead><tr><th scope="col">Option</th><th scope="col">When to choose it, and examples</th></tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`}`
}

function optionRow(option: CodebookOption, examples: readonly Example[], context: GuidelineContext): string {
  return `<tr><th scope="row">${escape(option.name)} ${keyCap(option.key)}</th><td>${paragraph(option.definition)}${exampleList(examples, context)}</td></tr>`
}

function exampleList(examples: readonly Example[], { articleTitle }: GuidelineContext): string {
  if (examples.length === 0) return ''
  const items = examples.map(({ quote, articleId }) => {
    const title = articleTitle(articleId)
    const source = title === undefined ? '' : ` <cite>${escape(title)}</cite>`
    return `<li><q>${escape(quote)}</q>${source}</li>`
  })
  return `<ul class="examples">${items.join('')}</ul>`
}

function paragraph(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `<p>${escape(text)}</p>`
}

function keyCap(key: string | undefined): string {
  return key === undefined ? '' : `<kbd>${escape(key.toUpperCase())}</kbd>`
}

/** Ids have no white space; whatever else is in them is escaped. */
function anchor(layer: Layer): string {
  return `layer-${escape(layer.id)}`
}

const hues: Readonly<Record<string, string>> = {
  claim: '#1f5fb8',
  perspective: '#b06a00',
  legal: '#00756a'
}

/** Only a colour that is one gets into a style. */
function lineStyleOf({ colour }: Layer): string {
  const hex = hues[colour] ?? colour
  return /^#[0-9a-f]{3,8}$/iu.test(hex) ? ` style="border-color:${hex}"` : ''
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
