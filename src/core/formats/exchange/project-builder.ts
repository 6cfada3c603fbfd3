import { cutTo } from '../../anchoring/cut-to'
import { kebabId } from '../../codebook/make-id'
import { paragraphBlocks } from '../../anchoring/blocks'
import { snapToGraphemes } from '../../anchoring/graphemes'
import { SourceText, type SourceUnit } from '../../anchoring/source-text'
import { countWords } from '../../anchoring/words'
import { contentRole } from '../../annotation/parts'
import type { Attribute, CodebookContent, Layer } from '../../project/codebook'
import {
  annotationSchema,
  annotatorSchema,
  articleSchema,
  relationTypes,
  revisionSchema,
  type Actor,
  type Annotation,
  type Annotator,
  type Article,
  type Block,
  type Case,
  type Issue,
  type ProjectData,
  type Relation,
  type Span
} from '../../project/entities'
import { annotationIdSchema, projectIdSchema, type AnnotationId, type ProjectId } from '../../project/ids'
import { newActor, newCase, newIssue } from '../../project/registers/new-entries'
import { sha256OfText } from '../../project/sha256'
import { ok, type Result } from '../../result'
import type { FormatIssue, ReadContext } from '../format'
import { Problems, showText } from '../problems'
import { CodebookBuilder, type ForeignOption } from './codebook-builder'
import { parseAttribute, type EntryFinder } from './parse-attribute'

/** An article as a file from elsewhere gives it. */
export interface ForeignArticle {
  text: string
  /** In what the file counts places in this text. */
  unit: SourceUnit
  /** In hex, of the text that the annotations were made in; another text is refused. */
  textSha256?: string
  title: string
  byline?: string
  outlet?: string
  url?: string
  publishedAt?: string
  language?: string
  /** Offsets in the file's unit. Without blocks, blank lines part paragraphs. */
  blocks?: readonly { type: Block['type']; level?: number; start: number; end: number }[]
  /** Ascending; in the file's unit. */
  pages?: readonly { label: string; start: number }[]
}

/** A stretch of the article's text, half open, in the article's unit. */
export interface ForeignSpan {
  /** `content` unless it is a part. */
  role?: string
  start: number
  end: number
  /** The words it should cover; a span that does not cover them is refused. */
  quote?: string
}

/** An annotation as a file from elsewhere gives it. */
export interface ForeignAnnotation {
  /** Kept when it can be an id and is not taken. */
  id?: string
  /** Id or name of a layer; a new layer is made when it is neither. */
  label: string
  spans: readonly ForeignSpan[]
  /** Texts by id or name of an attribute, as `attributeStrings` writes them; a new attribute is made when needed. */
  attributes?: Readonly<Record<string, readonly string[]>>
  memo?: string
  confidence?: number | null
  /** Name of who tagged. */
  annotator?: string
  origin?: Annotation['origin']
  createdAt?: string
  updatedAt?: string
}

/** An article that was added: where its annotations go. */
export interface AddedArticle {
  readonly article: Article
  readonly source: SourceText
}

interface ProjectFacts {
  title: string
  description?: string
  codebook?: CodebookContent
}

interface Pending {
  row: Annotation
  layer: Layer
  values: [Attribute, readonly string[]][]
  place: string
}

/**
 * Makes a project of articles, labels and spans: what readers of formats from elsewhere share. Labels become
 * layers, names become actors, issues, cases and annotators. What is wrong is collected as problems, and then
 * nothing is built; what can be mended is mended and said.
 */
export class ProjectBuilder {
  readonly issues: FormatIssue[] = []
  readonly problems = new Problems()
  private readonly projectId: ProjectId
  private readonly codebook: CodebookBuilder
  private readonly articles: Article[] = []
  private readonly revisions: ProjectData['revisions'] = []
  private readonly pending: Pending[] = []
  private readonly relations: Relation[] = []
  private readonly ids = new Set<string>()
  private readonly roles = new Map([[contentRole, contentRole]])
  private readonly actors: Register<Actor>
  private readonly questions: Register<Issue>
  private readonly cases: Register<Case>
  private readonly annotators: Register<Annotator>

  constructor(
    private readonly context: ReadContext,
    private readonly facts: ProjectFacts
  ) {
    const newId = () => context.newId()
    const projectId = projectIdSchema.parse(newId())
    this.projectId = projectId
    this.codebook = new CodebookBuilder(projectId, facts.codebook)
    this.actors = new Register(name => newActor(newId(), projectId, name))
    this.questions = new Register(name => newIssue(newId(), projectId, name))
    this.cases = new Register(name => newCase(newId(), projectId, name))
    this.annotators = new Register(name =>
      annotatorSchema.parse({ id: newId(), projectId, name, role: 'annotator' })
    )
  }

  /** Null when the text cannot be taken in: the problem is noted at `place`. */
  addArticle(foreign: ForeignArticle, place: string): AddedArticle | null {
    const source = SourceText.from(foreign.text, foreign.unit, place)
    if (!source.ok) {
      const { code, message } = source.error
      this.problems.add(code, message.replace(/\.$/, ''), place)
      return null
    }
    const { text } = source.value
    const textSha256 = sha256OfText(text)
    if (foreign.textSha256 !== undefined && foreign.textSha256 !== textSha256) {
      const message = 'The text is not the one that the annotations were made in: its SHA-256 is another'
      this.problem('text-differs', message, place)
      return null
    }
    const now = this.context.now
    const article = articleSchema.parse({
      id: this.context.newId(),
      projectId: this.projectId,
      title: cutTo(foreign.title.trim(), 1000) || 'Untitled',
      byline: cutTo(foreign.byline ?? '', 10_000),
      outlet: cutTo(foreign.outlet ?? '', 10_000),
      url: cutTo(foreign.url ?? '', 10_000),
      publishedAt: cutTo(foreign.publishedAt ?? '', 100),
      language: cutTo(foreign.language ?? '', 35),
      status: 'new',
      revision: 1,
      wordCount: countWords(text),
      original: null,
      createdAt: now,
      updatedAt: now
    })
    const pages = foreign.pages?.flatMap(({ label, start }) => {
      const startUtf16 = source.value.toCanonicalUtf16(start)
      return startUtf16 === null ? [] : [{ label, startUtf16 }]
    })
    const revision = revisionSchema.parse({
      id: this.context.newId(),
      projectId: this.projectId,
      articleId: article.id,
      number: 1,
      text,
      textSha256,
      blocks: this.blocksOf(foreign, source.value, place),
      ...(pages === undefined ? {} : { pages }),
      createdAt: now
    })
    this.articles.push(article)
    this.revisions.push(revision)
    return { article, source: source.value }
  }

  private blocksOf({ blocks }: ForeignArticle, source: SourceText, place: string): Block[] {
    if (blocks === undefined) return paragraphBlocks(source.text)
    const read: Block[] = []
    for (const { type, level, start, end } of blocks) {
      const startUtf16 = source.toCanonicalUtf16(start)
      const endUtf16 = source.toCanonicalUtf16(end)
      const gap = source.text.slice(read.at(-1)?.endUtf16 ?? 0, startUtf16 ?? 0)
      const fits = startUtf16 !== null && endUtf16 !== null && startUtf16 <= endUtf16
      if (!fits || gap.trim() !== '' || (read.length > 0 && !/\n[^\S\n]*\n/.test(gap))) {
        this.issues.push({ place, message: 'The paragraphs do not fit the text; blank lines part it now.' })
        return paragraphBlocks(source.text)
      }
      read.push({ type, ...(level === undefined ? {} : { level }), startUtf16, endUtf16 })
    }
    return source.text.slice(read.at(-1)?.endUtf16 ?? 0).trim() === '' ? read : paragraphBlocks(source.text)
  }

  /** Makes sure that there is a layer of this id or name; null when a problem was noted at `place`. */
  addLayer(label: string, place: string): Layer | null {
    const layer = this.codebook.layerFor(label)
    if (layer === null)
      this.problem('too-many-layers', `There is no room for another layer ${showText(label)}`, place)
    return layer
  }

  /** Gives a layer that has none its guidance. */
  addGuidance(layer: Layer, guidance: string): void {
    this.codebook.addGuidance(layer, guidance)
  }

  /** Makes sure that the layer has this part. */
  addPart(layer: Layer, role: string): void {
    this.codebook.addRole(layer, this.roleOf(role))
  }

  /** Roles have ids and no names: two names never get the same. */
  private roleOf(name: string): string {
    const known = this.roles.get(name)
    if (known !== undefined) return known
    const id = kebabId(name, [...this.roles.values()], 'part')
    this.roles.set(name, id)
    return id
  }

  /** Makes sure that the layer has a choice of this name with these options; says so where it cannot. */
  addChoice(layer: Layer, name: string, options: readonly ForeignOption[], place: string): void {
    if (this.codebook.addChoice(layer, name, options)) return
    const message = `${showText(name)} is no list to choose from in ${layer.name}; left out.`
    this.issues.push({ place, message })
  }

  /** The id it got; null when a problem was noted at `place`. */
  addAnnotation(at: AddedArticle, foreign: ForeignAnnotation, place: string): AnnotationId | null {
    const layer = this.addLayer(foreign.label, place)
    if (layer === null) return null
    const spans = this.spansOf(at.source, foreign.spans, place)
    if (spans === null) return null
    for (const { role } of spans) this.codebook.addRole(layer, role)
    const createdAt = this.instant(foreign.createdAt) ?? this.context.now
    const row: Annotation = {
      id: this.freeId(foreign.id),
      projectId: this.projectId,
      articleId: at.article.id,
      revision: 1,
      layer: layer.id,
      spans,
      attributes: {},
      memo: foreign.memo ?? '',
      confidence: this.confidence(foreign.confidence),
      annotatorId: this.annotators.find(foreign.annotator?.trim() || 'Imported').id,
      origin: foreign.origin ?? 'imported',
      createdAt,
      updatedAt: this.instant(foreign.updatedAt) ?? createdAt
    }
    const values = Object.entries(foreign.attributes ?? {}).flatMap(([name, texts]): Pending['values'] => {
      if (texts.length === 0) return []
      const attribute = this.codebook.attributeFor(layer, name)
      this.codebook.see(attribute, texts)
      return [[attribute, texts]]
    })
    this.pending.push({ row, layer, values, place })
    return row.id
  }

  /** Links two annotations. A type that is none of ours is reported and the relation left out. */
  addRelation(type: string, from: AnnotationId, to: AnnotationId, place: string, annotator?: string): void {
    const known = relationTypes.find(
      id =>
        id ===
        type
          .trim()
          .toLowerCase()
          .replace(/[\s_]+/g, '-')
    )
    if (known === undefined) {
      this.issues.push({ place, message: `${showText(type)} is not a type of relation here; left out.` })
      return
    }
    this.relations.push({
      id: this.context.newId() as Relation['id'],
      projectId: this.projectId,
      type: known,
      from,
      to,
      annotatorId: this.annotators.find(annotator?.trim() || 'Imported').id
    })
  }

  problem(code: string, message: string, place: string): void {
    this.problems.add(code, message, place)
  }

  build(): Result<{ data: ProjectData; issues: FormatIssue[] }> {
    const failure = this.problems.toFailure()
    if (failure !== null) return { ok: false, error: failure }
    this.codebook.settle()
    const find: EntryFinder = {
      actor: name => this.actors.find(name).id,
      issue: name => this.questions.find(name).id,
      case: name => this.cases.find(name).id,
      option: (attribute, value) => this.codebook.optionFor(attribute, value)
    }
    for (const pending of this.pending) this.fillAttributes(pending, find)
    const { title, description = '' } = this.facts
    const { projectId: id, context } = this
    const annotators = this.annotators.rows
    return ok({
      data: {
        project: {
          id,
          title: cutTo(title.trim(), 500) || 'Imported project',
          description: cutTo(description, 10_000),
          createdAt: context.now,
          updatedAt: context.now
        },
        codebook: this.codebook.build(context.newId(), this.facts.codebook?.title ?? 'Imported codebook'),
        annotators: annotators.length > 0 ? annotators : [this.annotators.find('Imported')],
        actors: this.actors.rows,
        issues: this.questions.rows,
        cases: this.cases.rows,
        articles: this.articles,
        revisions: this.revisions,
        annotations: this.pending.map(({ row }) => row),
        relations: this.relations
      },
      issues: this.issues
    })
  }

  /** What is no value of its attribute is kept in the memo. */
  private fillAttributes({ row, values, place }: Pending, find: EntryFinder): void {
    for (const [attribute, texts] of values) {
      const value = parseAttribute(attribute, texts, find)
      if (value !== null) {
        row.attributes[attribute.id] = value
        continue
      }
      const said = texts.join('; ')
      const line = `${attribute.name}: ${said}`
      row.memo = row.memo === '' ? line : `${row.memo}\n${line}`
      const message = `${showText(said)} is no value of ${attribute.name}; it stands in the memo now.`
      this.issues.push({ place, message })
    }
  }

  private spansOf(source: SourceText, spans: readonly ForeignSpan[], place: string): Span[] | null {
    const read: Span[] = []
    for (const { role = contentRole, start, end, quote } of spans) {
      const startUtf16 = source.toCanonicalUtf16(start)
      const endUtf16 = source.toCanonicalUtf16(end)
      if (startUtf16 === null || endUtf16 === null || endUtf16 <= startUtf16) {
        const message = `The span from ${start} to ${end} does not lie in the text`
        this.problem('offset-outside-text', message, place)
        return null
      }
      const found = source.text.slice(startUtf16, endUtf16)
      if (quote !== undefined && quote.replace(/\r\n?/g, '\n') !== found) {
        const message = `The quote is ${showText(quote)}, but the text reads ${showText(found)} there`
        this.problem('quote-differs', message, place)
        return null
      }
      const whole = snapToGraphemes(source.text, startUtf16, endUtf16)
      if (whole.startUtf16 !== startUtf16 || whole.endUtf16 !== endUtf16) {
        const message = `${showText(found)} begins or ends within a character; it is kept so.`
        this.issues.push({ place, message })
      }
      read.push({ role: this.roleOf(role), startUtf16, endUtf16, quote: found })
    }
    if (!read.some(span => span.role === contentRole)) {
      this.problem('wrong-shape', 'The annotation marks no passage', place)
      return null
    }
    const rank = (span: Span) => (span.role === contentRole ? 0 : 1)
    return read.sort((a, b) => rank(a) - rank(b) || a.startUtf16 - b.startUtf16 || a.endUtf16 - b.endUtf16)
  }

  private freeId(wanted: string | undefined): AnnotationId {
    const parsed = annotationIdSchema.safeParse(wanted)
    const id = parsed.success && !this.ids.has(parsed.data) ? parsed.data : this.context.newId()
    this.ids.add(id)
    return id as AnnotationId
  }

  private confidence(given: number | null | undefined): number | null {
    return annotationSchema.shape.confidence.safeParse(given).data ?? null
  }

  /** ISO 8601 in UTC as rows have it; undefined for what is no time. */
  private instant(given: string | undefined): string | undefined {
    const ms = given === undefined ? NaN : Date.parse(given)
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
  }
}

/** Rows by name, made when first asked for. */
class Register<Row> {
  private readonly byName = new Map<string, Row>()

  constructor(private readonly make: (name: string) => Row) {}

  find(given: string): Row {
    const name = cutTo(given.trim(), 500) || 'Unnamed'
    const found = this.byName.get(name)
    if (found !== undefined) return found
    const made = this.make(name)
    this.byName.set(name, made)
    return made
  }

  get rows(): Row[] {
    return [...this.byName.values()]
  }
}
