import type { AnnotationId } from '../../project/ids'
import type { ProjectData } from '../../project/entities'
import { decodeUtf8 } from '../../project/utf8'
import { fail, type Result } from '../../result'
import { decodeFile } from '../exchange/decode-file'
import { groupByStem } from '../exchange/group-by-stem'
import { ProjectBuilder, type AddedArticle, type ForeignSpan } from '../exchange/project-builder'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { showText } from '../problems'
import { parseBratLine, type BratLine } from './brat-lines'
import { bratName, noteKinds, ownMark, unescapeNote } from './brat-names'

type Line<Kind extends BratLine['kind']> = Extract<BratLine, { kind: Kind }> & { place: string }

/**
 * Reads a brat corpus: `.txt` files, each with its `.ann`. An event becomes an annotation of its trigger with its
 * arguments as parts; a text-bound annotation that is no trigger stands for itself. Configuration files are not
 * needed.
 */
export function readBrat(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const corpus = groupByStem(files).filter(([, group]) => group.has('.txt') || group.has('.ann'))
  if (!corpus.some(([, group]) => group.has('.ann')))
    return fail('no-annotations', 'A brat corpus has .ann files beside its .txt files; there is none here.')
  const isOwn = files.some(file => file.name.endsWith('annotation.conf') && startsWithMark(file))
  const builder = new ProjectBuilder(context, { title: corpusTitle(files) })
  for (const [stem, group] of corpus) readDocument(builder, stem, group, isOwn)
  return builder.build()
}

function corpusTitle(files: readonly SourceFile[]): string {
  const folder = files.find(file => file.name.includes('/'))?.name.split('/')[0]
  return folder ?? 'brat corpus'
}

function startsWithMark(file: SourceFile): boolean {
  const text = decodeUtf8(file.bytes)
  return text.ok && text.text.startsWith(ownMark)
}

function readDocument(
  builder: ProjectBuilder,
  stem: string,
  group: ReadonlyMap<string, SourceFile>,
  isOwn: boolean
): void {
  const textFile = group.get('.txt')
  const annFile = group.get('.ann')
  if (textFile === undefined) {
    builder.problem('missing-text', `${stem}.ann has no ${stem}.txt beside it`, `${stem}.ann`)
    return
  }
  const text = decodeFile(textFile)
  if (!text.ok) return builder.problem(text.error.code, text.error.message.replace(/\.$/, ''), textFile.name)
  const title = stem.slice(stem.lastIndexOf('/') + 1)
  const article = builder.addArticle({ text: text.value, unit: 'code-point', title }, textFile.name)
  if (article === null || annFile === undefined || annFile.bytes.length === 0) return
  const ann = decodeUtf8(annFile.bytes)
  if (!ann.ok)
    return builder.problem('not-utf8', `${annFile.name} is not UTF-8 at byte ${ann.invalidAt}`, annFile.name)
  new DocumentReader(builder, article, isOwn).read(ann.text, annFile.name)
}

/** The annotations of one file. */
class DocumentReader {
  private readonly texts = new Map<string, Line<'text-bound'>>()
  private readonly events = new Map<string, Line<'event'>>()
  private readonly relations: Line<'relation'>[] = []
  private readonly about = new Map<string, Line<'attribute' | 'normalization' | 'note'>[]>()
  /** Annotations by the ids of the file; an event also under that of its trigger. */
  private readonly added = new Map<string, AnnotationId>()

  constructor(
    private readonly builder: ProjectBuilder,
    private readonly article: AddedArticle,
    private readonly isOwn: boolean
  ) {}

  read(ann: string, name: string): void {
    ann.split(/\r?\n/).forEach((line, index) => {
      if (line.trim() !== '') this.keep(line, `${name}, line ${index + 1}`)
    })
    const consumed = new Set<string>()
    for (const event of this.events.values()) this.addEvent(event, consumed)
    for (const text of this.texts.values())
      if (!consumed.has(text.id)) this.add(text.id, text.type, this.spansOf(text), text.place)
    for (const { type, args, place } of this.relations) {
      const [from, to] = args.map(id => this.added.get(id))
      if (from !== undefined && to !== undefined) this.builder.addRelation(type, from, to, place)
      else this.builder.problem('dangling-id', `One of ${args.join(' and ')} is no annotation here`, place)
    }
    for (const [target, rows] of this.about)
      if (!this.added.has(target))
        for (const { id, type, place } of rows) this.leftOut(`What ${id} (${type}) says of ${target}`, place)
  }

  private keep(line: string, place: string): void {
    const parsed = parseBratLine(line)
    if (!parsed.ok) return this.builder.problem(parsed.error.code, parsed.error.message, place)
    const row = parsed.value
    switch (row.kind) {
      case 'text-bound':
        this.texts.set(row.id, { ...row, place })
        break
      case 'event':
        this.events.set(row.id, { ...row, place })
        break
      case 'relation':
        this.relations.push({ ...row, place })
        break
      case 'equivalence':
        this.leftOut(`That ${row.members.join(', ')} are the same`, place)
        break
      case 'attribute':
      case 'normalization':
      case 'note':
        this.about.set(row.target, [...(this.about.get(row.target) ?? []), { ...row, place }])
    }
  }

  private addEvent({ id, type, trigger, args, place }: Line<'event'>, consumed: Set<string>): void {
    const bound = this.texts.get(trigger)
    if (bound === undefined)
      return this.builder.problem('dangling-id', `The trigger ${trigger} is not in this file`, place)
    consumed.add(trigger)
    const parts = args.flatMap(({ role, target }): ForeignSpan[] => {
      const part = this.texts.get(target)
      if (part === undefined) {
        this.leftOut(`That ${target} is the ${role} of ${id}`, place)
        return []
      }
      const plain = role.replace(/\d+$/, '')
      // Our own parts are nothing but that; those of others are annotations in their own right, too.
      if (this.isOwn && part.type === plain) consumed.add(target)
      return this.spansOf(part).map(span => ({ ...span, role: plain }))
    })
    // What is said of the trigger is said of the event.
    for (const row of this.about.get(trigger) ?? []) this.about.set(id, [...(this.about.get(id) ?? []), row])
    this.add(id, type, [...this.spansOf(bound), ...parts], place)
    const annotation = this.added.get(id)
    if (annotation !== undefined) this.added.set(trigger, annotation)
  }

  private add(id: string, type: string, spans: readonly ForeignSpan[], place: string): void {
    const attributes: Record<string, string[]> = {}
    const notes: string[] = []
    let annotator: string | undefined
    let confidence: number | null = null
    for (const row of this.about.get(id) ?? []) {
      const value = row.kind === 'note' ? this.noteText(row.text) : row.value
      if (row.kind === 'note' && row.type === noteKinds.memo) notes.push(value)
      else if (row.kind === 'note' && row.type === noteKinds.annotator) annotator = value
      else if (row.kind === 'note' && row.type === noteKinds.confidence) confidence = Number(value)
      else (attributes[withoutLayer(row.type, type)] ??= []).push(value)
    }
    const foreign = { label: type, spans, attributes, memo: notes.join('\n'), confidence }
    const added = this.builder.addAnnotation(
      this.article,
      annotator === undefined ? foreign : { ...foreign, annotator },
      place
    )
    if (added !== null) this.added.set(id, added)
  }

  private noteText(text: string): string {
    return this.isOwn ? unescapeNote(text) : text
  }

  /** A piece for each range; those of neighbouring lines become one again. */
  private spansOf({ ranges, text, place }: Line<'text-bound'>): ForeignSpan[] {
    const { source } = this.article
    const at = (offset: number) => source.toCanonicalUtf16(offset) ?? 0
    const between = (start: number, end: number) => source.text.slice(at(start), at(end))
    const covered = ranges.map(({ start, end }) => between(start, end)).join(' ')
    if (folded(covered) !== folded(text)) {
      const message = `The file says ${showText(text)}, but the text reads ${showText(covered)} there`
      this.builder.problem('quote-differs', message, place)
    }
    const spans: ForeignSpan[] = []
    for (const range of ranges) {
      const last = spans.at(-1)
      if (last !== undefined && /^\s*\n\s*$/.test(between(last.end, range.start))) last.end = range.end
      else spans.push({ ...range })
    }
    return spans
  }

  private leftOut(what: string, place: string): void {
    this.builder.issues.push({ place, message: `${what} cannot be kept here; left out.` })
  }
}

/** brat writes a space for each line break. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Our attributes bear their layer in front, because names are global in brat. */
function withoutLayer(name: string, type: string): string {
  const front = `${bratName(type)}_`
  return name.startsWith(front) ? name.slice(front.length) : name
}
