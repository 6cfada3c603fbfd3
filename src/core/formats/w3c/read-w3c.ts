import type { ProjectData } from '../../project/entities'
import type { AnnotationId } from '../../project/ids'
import { fail, ok, type Result } from '../../result'
import { addShapeProblems } from '../dataset/explain-shape'
import { decodeFile } from '../exchange/decode-file'
import { ProjectBuilder, type AddedArticle, type ForeignSpan } from '../exchange/project-builder'
import { stemOf } from '../file-name'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { parseJson } from '../parse-json'
import { Problems, showText } from '../problems'
import { PassageFinder } from './find-passage'
import { fromIri } from './w3c-names'
import {
  w3cAnnotationSchema,
  w3cArticleSchema,
  type W3cAnnotation,
  type W3cBody,
  type W3cArticle,
  type W3cTarget
} from './w3c-schema'

/** What a JSON-LD file holds: a collection, a page, a list, or one annotation. */
interface Document {
  /** Of the file. */
  name: string
  title: string
  description: string
  articles: W3cArticle[]
  annotations: W3cAnnotation[]
}

interface OpenArticle {
  added: AddedArticle
  finder: PassageFinder
}

/**
 * Reads Web Annotations, in one file or several, and the texts they are about, given beside them as `.txt` files:
 * by the file that we name, by the end of the address, by the name of the annotations' file, or, with one text only,
 * that one.
 */
export function readW3c(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const texts = files.filter(file => /\.txt$/i.test(file.name))
  const annotationFiles = files.filter(file => /\.(?:jsonld|json)$/i.test(file.name))
  if (annotationFiles.length === 0)
    return fail('no-annotations', 'There is no .jsonld file among these files.')
  const documents: Document[] = []
  for (const file of annotationFiles) {
    const document = parseDocument(file)
    if (!document.ok) return document
    documents.push(document.value)
  }
  return new CollectionReader(documents, texts, context).read()
}

function parseDocument(file: SourceFile): Result<Document> {
  const text = decodeFile(file)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  const root = json.value
  const problems = new Problems()
  const isObject = typeof root === 'object' && root !== null && !Array.isArray(root)
  const top = isObject ? (root as Readonly<Record<string, unknown>>) : {}
  const first = top['first']
  const page =
    typeof first === 'object' && first !== null ? (first as Readonly<Record<string, unknown>>) : top
  const items = Array.isArray(root)
    ? root
    : Array.isArray(page['items'])
      ? page['items']
      : isObject
        ? [root]
        : []
  const annotations = items.flatMap((item: unknown, at) => {
    const parsed = w3cAnnotationSchema.safeParse(item, { reportInput: true })
    if (!parsed.success) addShapeProblems(problems, withPath(parsed.error.issues, ['items', at]))
    return parsed.success ? [parsed.data] : []
  })
  const articles = (Array.isArray(top['counterpoint:articles']) ? top['counterpoint:articles'] : []).flatMap(
    (row: unknown) => {
      const parsed = w3cArticleSchema.safeParse(row)
      return parsed.success ? [parsed.data] : []
    }
  )
  const failure = problems.toFailure()
  if (failure !== null) return { ok: false, error: failure }
  if (annotations.length === 0 && articles.length === 0)
    return fail('no-annotations', `${file.name} holds no Web Annotation.`, file.name)
  const said = (key: string) => (typeof top[key] === 'string' ? top[key] : '')
  return ok({
    name: file.name,
    title: said('label') || 'Web annotations',
    description: said('counterpoint:description'),
    articles,
    annotations
  })
}

function withPath<Issue extends { path: PropertyKey[] }>(
  issues: readonly Issue[],
  front: PropertyKey[]
): Issue[] {
  return issues.map(issue => ({ ...issue, path: [...front, ...issue.path] }))
}

class CollectionReader {
  private readonly builder: ProjectBuilder
  private readonly articles = new Map<string, OpenArticle | null>()
  private readonly added = new Map<string, AnnotationId>()
  private readonly listed: ReadonlyMap<string, W3cArticle>

  constructor(
    private readonly documents: readonly Document[],
    private readonly texts: readonly SourceFile[],
    context: ReadContext
  ) {
    const { title = '', description = '' } = documents[0] ?? {}
    this.builder = new ProjectBuilder(context, { title, description })
    this.listed = new Map(documents.flatMap(({ articles }) => articles.map(row => [row.id, row])))
  }

  read(): Result<{ data: ProjectData; issues: FormatIssue[] }> {
    const links: [W3cAnnotation, string][] = []
    for (const { name, articles, annotations } of this.documents) {
      for (const { id } of articles) this.article(id, name)
      annotations.forEach((row, at) => {
        const place = `${name}, items[${at}]`
        if (row.motivation?.includes('linking') === true) links.push([row, place])
        else this.add(row, name, place)
      })
    }
    for (const [row, place] of links) this.link(row, place)
    return this.builder.build()
  }

  private add(row: W3cAnnotation, name: string, place: string): void {
    const targets = row.target
    const iri = sourceOf(targets[0])
    const article = iri === undefined ? null : this.article(iri, name)
    if (iri === undefined) return this.builder.problem('wrong-shape', 'The target names no source', place)
    if (article === null) return
    const spans = targets.flatMap(target => this.spanOf(target, article, place))
    const bodies = row.body ?? []
    const attributes: Record<string, string[]> = {}
    const tags: string[] = []
    const comments: string[] = row.bodyValue === undefined ? [] : [row.bodyValue]
    for (const body of bodies) {
      if (typeof body === 'string' || body.value === undefined) {
        const iri = sourceOf(body)
        if (iri !== undefined) (attributes['links'] ??= []).push(iri)
        continue
      }
      const attribute = body['counterpoint:attribute']
      if (attribute !== undefined) (attributes[attribute] ??= []).push(body.value)
      else if (body.purpose === 'classifying') tags.unshift(body.value)
      else if (body.purpose === 'tagging') tags.push(body.value)
      else comments.push(body.value)
    }
    const [label = 'Annotation', ...others] = tags
    if (others.length > 0) attributes['tags'] = others
    const creator = typeof row.creator === 'string' ? row.creator : row.creator?.name
    const id = row.id === undefined ? undefined : (fromIri(row.id) ?? row.id)
    const added = this.builder.addAnnotation(
      article.added,
      {
        ...{ label, spans, attributes, memo: comments.join('\n') },
        ...(id === undefined ? {} : { id }),
        ...(creator === undefined ? {} : { annotator: creator }),
        ...(row.created === undefined ? {} : { createdAt: row.created }),
        ...(row.modified === undefined ? {} : { updatedAt: row.modified }),
        ...(row['counterpoint:origin'] === undefined ? {} : { origin: row['counterpoint:origin'] }),
        confidence: row['counterpoint:confidence'] ?? null
      },
      place
    )
    if (added !== null && row.id !== undefined) this.added.set(row.id, added)
  }

  private spanOf(target: W3cTarget, { finder }: OpenArticle, place: string): ForeignSpan[] {
    const selectors = typeof target === 'string' ? [] : (target.selector ?? [])
    const found = finder.find(selectors)
    if (found === null) {
      const exact = selectors.find(row => row.exact !== undefined)?.exact
      const what =
        exact === undefined ? 'The position does not lie' : `${showText(exact)} does not stand once`
      this.builder.problem('quote-differs', `${what} in the text`, place)
      return []
    }
    if (found.isFound && selectors.some(row => row.start !== undefined))
      this.builder.issues.push({
        place,
        message: 'The passage was found by its words; its position was another.'
      })
    const role = typeof target === 'string' ? undefined : target['counterpoint:role']
    return [{ start: found.start, end: found.end, ...(role === undefined ? {} : { role }) }]
  }

  private link(row: W3cAnnotation, place: string): void {
    const from = this.added.get(sourceOf(row.target[0]) ?? '')
    const bodies = (row.body ?? []).map(body => (typeof body === 'string' ? { id: body } : body))
    const to = this.added.get(bodies.find(body => body.id !== undefined)?.id ?? '')
    const type = bodies.find(body => 'value' in body && body.value !== undefined)
    if (from === undefined || to === undefined) {
      this.builder.issues.push({
        place,
        message: 'The link has an end that is no annotation here; left out.'
      })
      return
    }
    const creator = typeof row.creator === 'string' ? row.creator : row.creator?.name
    const name = type !== undefined && 'value' in type ? (type.value ?? '') : ''
    this.builder.addRelation(name, from, to, place, creator)
  }

  /** The article of this address, added when it is first asked for; null when there is no text for it. */
  private article(iri: string, name: string): OpenArticle | null {
    const known = this.articles.get(iri)
    if (known !== undefined) return known
    const opened = this.open(iri, name)
    this.articles.set(iri, opened)
    return opened
  }

  private open(iri: string, name: string): OpenArticle | null {
    const listed = this.listed.get(iri)
    const said = (key: string) => {
      const value = listed?.[`counterpoint:${key}`]
      return typeof value === 'string' ? value : ''
    }
    const file = this.textFor(iri, name, listed?.['counterpoint:file'])
    if (file === undefined) {
      const isWithheld = said('textSha256') !== '' && this.texts.length === 0
      const code = isWithheld ? 'text-withheld' : 'missing-text'
      this.builder.problem(code, `There is no .txt file with the text of ${showText(iri)}`, name)
      return null
    }
    const text = decodeFile(file)
    if (!text.ok) {
      this.builder.problem(text.error.code, text.error.message.replace(/\.$/, ''), file.name)
      return null
    }
    const added = this.builder.addArticle(
      {
        ...{ text: text.value, unit: 'utf-16', title: said('title') || stemOf(file.name) },
        ...(said('textSha256') === '' ? {} : { textSha256: said('textSha256') }),
        ...{
          byline: said('byline'),
          outlet: said('outlet'),
          url: said('url') || (/^https?:/.test(iri) ? iri : '')
        },
        ...{ publishedAt: said('publishedAt'), language: said('language') }
      },
      file.name
    )
    return added === null ? null : { added, finder: new PassageFinder(text.value) }
  }

  private textFor(iri: string, document: string, named: string | undefined): SourceFile | undefined {
    const ends = (file: SourceFile, name: string) => file.name === name || file.name.endsWith(`/${name}`)
    const last = iri.split(/[/#?]/).filter(Boolean).at(-1) ?? ''
    return (
      this.texts.find(file => named !== undefined && ends(file, named)) ??
      this.texts.find(file => stemOf(file.name) === last || ends(file, last)) ??
      this.texts.find(file => document.startsWith(file.name.replace(/txt$/i, ''))) ??
      (this.texts.length === 1 && named === undefined ? this.texts[0] : undefined)
    )
  }
}

/** The address of a whole resource, or of the one that this is a part of. */
function sourceOf(resource: W3cTarget | W3cBody | undefined): string | undefined {
  if (typeof resource === 'string' || resource === undefined) return resource
  return typeof resource.source === 'string' ? resource.source : (resource.source?.id ?? resource.id)
}
