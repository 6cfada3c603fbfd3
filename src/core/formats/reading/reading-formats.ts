import { entryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { fileNameFor } from '../file-name'
import type { Format, FormatIssue, WriteContext, Writing } from '../format'
import type { Loss } from '../losses'
import type { ProjectHead, ProjectSource } from '../project-source'
import { annotationDescriber, inTextOrder, type DescribedAnnotation } from './describe-annotation'
import { readingStyles } from './reading-styles'

const losses: readonly Loss[] = [
  'earlier-revisions',
  'blocks',
  'pages',
  'article-state',
  'codebook',
  'register-details',
  'unused-entries',
  'annotator-roles',
  'relations-between-articles',
  'relation-annotators',
  'origins',
  'placements',
  'times',
  'article-times',
  'text'
]

/** How a report is spelled in one kind of file. */
interface Spelling {
  extension: string
  head(project: ProjectHead, source: ProjectSource, context: WriteContext): string
  article(text: CurrentText): string
  annotation(row: DescribedAnnotation): string
  empty: string
  end: string
}

const markdown: Spelling = {
  extension: '.md',
  head: ({ project }, { counts }) => `# ${plain(project.title)}\n\n${inWords(counts)}\n`,
  article: ({ article }) => {
    const about = [article.byline, article.outlet, article.publishedAt].filter(part => part !== '').map(plain)
    return `\n## ${plain(article.title)}\n${about.length === 0 ? '' : `\n${about.join(', ')}\n`}`
  },
  annotation: ({ layer, place, quote, facts, memo }) =>
    [
      `\n### ${plain(layer)}, ${plain(place)}\n\n> ${plain(quote)}\n\n`,
      ...facts.map(([name, value]) => `- ${plain(name)}: ${plain(value)}\n`),
      ...(memo === '' ? [] : ['\n', ...memo.split('\n').map(line => `${plain(line)}\n`)])
    ].join(''),
  empty: '\nNothing is tagged in this article.\n',
  end: ''
}

function inWords({ annotations, articles }: ProjectSource['counts']): string {
  return `${annotations} ${annotations === 1 ? 'annotation' : 'annotations'} in ${articles} ${articles === 1 ? 'article' : 'articles'}.`
}

/** What Markdown would take for a mark of its own. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\d+)([.)]) /, '$1\\$2 ')
    .replace(/^([-+]) /, '\\$1 ')
}

const html: Spelling = {
  extension: '.html',
  head: ({ project }, { counts }) =>
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<title>${escaped(project.title)}</title>\n<style>\n${readingStyles}</style>\n</head>\n<body>\n<h1>${escaped(project.title)}</h1>\n<p>${inWords(counts)}</p>\n`,
  article: ({ article }) => {
    const about = [article.byline, article.outlet, article.publishedAt].filter(part => part !== '')
    return `<h2>${escaped(article.title)}</h2>\n${about.length === 0 ? '' : `<p>${escaped(about.join(', '))}</p>\n`}`
  },
  annotation: ({ layer, place, quote, facts, memo }) =>
    [
      `<section>\n<h3>${escaped(layer)}, ${escaped(place)}</h3>\n<blockquote dir="auto">${escaped(quote)}</blockquote>\n<dl>\n`,
      ...facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>\n`),
      '</dl>\n',
      ...(memo === '' ? [] : [`<p class="memo" dir="auto">${escaped(memo)}</p>\n`]),
      '</section>\n'
    ].join(''),
  empty: '<p>Nothing is tagged in this article.</p>\n',
  end: '</body>\n</html>\n'
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function writeReading(spelling: Spelling, source: ProjectSource, context: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const chunks = {
    *[Symbol.iterator]() {
      issues.length = 0
      const names = entryNames(source.head)
      yield spelling.head(source.head, source, context)
      for (const text of currentTexts(source, issues)) {
        yield spelling.article(text)
        const rows = inTextOrder(text.annotations)
        const describe = annotationDescriber(text, source.head, names)
        if (rows.length === 0) yield spelling.empty
        for (let at = 0; at < rows.length; at += 250)
          yield rows
            .slice(at, at + 250)
            .map(row => spelling.annotation(describe(row)))
            .join('')
      }
      yield spelling.end
    }
  }
  return {
    files: [{ name: `${fileNameFor(source.head.project.title)}${spelling.extension}`, chunks }],
    issues
  }
}

export const markdownFormat: Format = {
  id: 'markdown',
  name: 'Markdown report',
  description:
    'Every annotation by article: quotation, parts, attributes and memo. For reading and for version control.',
  extensions: ['.md'],
  offsetUnit: 'none',
  losses,
  write: (source, context) => writeReading(markdown, source, context)
}

export const htmlFormat: Format = {
  id: 'html',
  name: 'HTML report',
  description:
    'The same as one page that opens in any browser, without scripts. For colleagues without Counterpoint.',
  extensions: ['.html'],
  offsetUnit: 'none',
  losses,
  write: (source, context) => writeReading(html, source, context)
}
