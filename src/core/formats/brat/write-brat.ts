import { contentRole } from '../../annotation/parts'
import { findLayer, type Layer } from '../../project/codebook'
import type { Annotation, Span } from '../../project/entities'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import type { FormatIssue, OutgoingFile, Writing } from '../format'
import type { ProjectHead, ProjectSource } from '../project-source'
import { annotationConf, visualConf } from './brat-conf'
import { bratAttributeName, bratName, escapeNote, noteKinds } from './brat-names'

const linesPerChunk = 500

/** A `.txt` and an `.ann` file for each article, and the two configuration files that brat shows them by. */
export function writeBrat(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      const names = entryNames(source.head)
      for (const text of currentTexts(source, issues)) {
        yield {
          name: `${text.stem}.ann`,
          chunks: { [Symbol.iterator]: () => annChunks(text, source.head, names, issues) }
        }
        yield { name: `${text.stem}.txt`, chunks: [text.revision.text] }
      }
      yield { name: 'annotation.conf', chunks: [annotationConf(source.head.codebook)] }
      yield { name: 'visual.conf', chunks: [visualConf(source.head.codebook)] }
    }
  }
  return { files, issues }
}

function* annChunks(
  text: CurrentText,
  head: ProjectHead,
  names: EntryNames,
  issues: FormatIssue[]
): Generator<string> {
  const leaveOut = (place: string, why: string) => issues.push({ place, message: `${why}; left out.` })
  const lines = new AnnLines(text)
  const eventOf = new Map<string, string>()
  let pending: string[] = []
  for (const row of text.annotations) {
    const layer = findLayer(head.codebook, row.layer)
    if (row.spans.some(span => span.role === contentRole && /[^\n]/.test(span.quote)))
      eventOf.set(row.id, lines.add(row, layer, names, pending))
    else leaveOut(`annotations[${JSON.stringify(row.id)}]`, 'The annotation covers nothing but line breaks')
    if (pending.length < linesPerChunk) continue
    yield pending.join('')
    pending = []
  }
  text.relations.forEach(({ id, type, from, to }, index) => {
    const [first, second] = [eventOf.get(from), eventOf.get(to)]
    if (first !== undefined && second !== undefined)
      pending.push(`R${index + 1}\t${bratName(type)} Arg1:${first} Arg2:${second}\t\n`)
    else leaveOut(`relations[${JSON.stringify(id)}]`, 'An end of the relation is left out')
  })
  yield pending.join('')
}

/** Numbers the lines of one file. */
class AnnLines {
  private texts = 0
  private events = 0
  private attributes = 0
  private notes = 0

  constructor(private readonly text: CurrentText) {}

  /** Appends the lines of an annotation, and answers the id of its event. */
  add(row: Annotation, layer: Layer | undefined, names: EntryNames, lines: string[]): string {
    const type = bratName(row.layer)
    const content = row.spans.filter(span => span.role === contentRole)
    const trigger = this.textBound(type, content, lines)
    const seen = new Map<string, number>()
    const args = row.spans
      .filter(span => span.role !== contentRole && /[^\n]/.test(span.quote))
      .map(span => {
        const role = bratName(span.role)
        const number = (seen.get(role) ?? 0) + 1
        seen.set(role, number)
        return ` ${role}${number === 1 ? '' : number}:${this.textBound(role, [span], lines)}`
      })
    const event = `E${(this.events += 1)}`
    lines.push(`${event}\t${type}:${trigger}${args.join('')}\n`)
    for (const { id, attribute, values } of attributeStrings(row, layer, names)) {
      const name = bratAttributeName({ id: row.layer }, id)
      const isListed = attribute?.kind === 'choice' || attribute?.kind === 'multi-choice'
      for (const value of values)
        if (isListed) lines.push(`A${(this.attributes += 1)}\t${name} ${event} ${value}\n`)
        else this.note(name, event, value, lines)
    }
    if (row.memo !== '') this.note(noteKinds.memo, event, row.memo, lines)
    this.note(noteKinds.annotator, event, names.annotators.get(row.annotatorId) ?? row.annotatorId, lines)
    if (row.confidence !== null) this.note(noteKinds.confidence, event, String(row.confidence), lines)
    return event
  }

  private note(type: string, target: string, text: string, lines: string[]): void {
    lines.push(`#${(this.notes += 1)}\t${type} ${target}\t${escapeNote(text)}\n`)
  }

  private textBound(type: string, spans: readonly Span[], lines: string[]): string {
    const id = `T${(this.texts += 1)}`
    const pieces = spans.flatMap(span => this.linesOf(span))
    const { index, revision } = this.text
    const places = pieces.map(([start, end]) => `${index.toCodePoint(start)} ${index.toCodePoint(end)}`)
    const quotes = pieces.map(([start, end]) => revision.text.slice(start, end))
    lines.push(`${id}\t${type} ${places.join(';')}\t${quotes.join(' ')}\n`)
    return id
  }

  /** brat has no span over a line break: a piece for each line, in UTF-16 units. */
  private linesOf({ startUtf16, quote }: Span): [number, number][] {
    return [...quote.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => [
      startUtf16 + index,
      startUtf16 + index + line.length
    ])
  }
}
