import { contentRole } from '../../annotation/parts'
import { writeZip } from '../../archive/write-zip'
import { findLayer } from '../../project/codebook'
import type { Annotation, Span } from '../../project/entities'
import { element, tag, xmlHead, xmlText } from '../../xml/write-xml'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { fileNameFor } from '../file-name'
import type { FormatIssue, OutgoingFile, WriteContext, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { codesXml, isCoded, layerCode, optionCode, partCode } from './refi-codes'
import { codebookNamespace, guidOf, keptGuidOf, partLink, pieceLink, projectNamespace } from './refi-guid'

/** A codebook by itself, `.qdc`. */
export function writeRefiCodebook({ head }: ProjectSource, { generator }: WriteContext): Writing {
  const origin = `${generator.name} ${generator.version}`
  const text = `${xmlHead}${element('CodeBook', { xmlns: codebookNamespace, origin }, codesXml(head.codebook))}\n`
  return {
    files: [{ name: `${fileNameFor(head.codebook.title, 'codebook')}.qdc`, chunks: [text] }],
    issues: []
  }
}

/** A project, `.qdpx`: an archive of `project.qde` and the texts as files of their own. */
export function writeRefiProject(source: ProjectSource, context: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      yield {
        name: 'project.qde',
        chunks: { [Symbol.iterator]: () => projectChunks(source, context, issues) }
      }
      for (const { article, revision } of currentTexts(source, []))
        yield { name: `sources/${guidOf('article', article.id)}.txt`, chunks: [revision.text] }
    }
  }
  const name = `${fileNameFor(source.head.project.title)}.qdpx`
  return { files: [writeZip(name, files, context.exportedAt)], issues }
}

function* projectChunks(
  source: ProjectSource,
  context: WriteContext,
  issues: FormatIssue[]
): Generator<string> {
  const { head } = source
  const names = entryNames(head)
  const [first] = head.annotators
  const user = (id: string) => keptGuidOf('annotator', id)
  yield xmlHead
  yield tag(
    'Project',
    {
      ...{ xmlns: projectNamespace, name: head.project.title },
      origin: `${context.generator.name} ${context.generator.version}`,
      creatingUserGUID: user(first?.id ?? ''),
      creationDateTime: head.project.createdAt,
      modifiedDateTime: context.exportedAt
    },
    false
  )
  const users = head.annotators.map(row =>
    tag('User', { guid: user(row.id), name: names.annotators.get(row.id) })
  )
  yield* list('Users', users)
  yield `\n${element('CodeBook', {}, codesXml(head.codebook))}\n`
  yield* list(
    'Sources',
    eachText(source, issues, text => sourceChunks(text, source, names))
  )
  yield* list(
    'Notes',
    eachText(source, [], text => eachRow(text.annotations, row => noteXml(row, source, names)))
  )
  yield* list('Links', eachText(source, [], linksXml))
  if (head.project.description !== '') yield element('Description', {}, xmlText(head.project.description))
  yield '</Project>\n'
}

/** The standard has no empty lists: one without content is left out. */
function* list(name: string, content: Iterable<string>): Generator<string> {
  let isOpen = false
  for (const piece of content) {
    if (piece === '') continue
    if (!isOpen) yield `<${name}>\n`
    isOpen = true
    yield piece
  }
  if (isOpen) yield `</${name}>\n`
}

function* eachText(
  source: ProjectSource,
  issues: FormatIssue[],
  write: (text: CurrentText) => Iterable<string>
): Generator<string> {
  for (const text of currentTexts(source, issues)) yield* write(text)
}

function* sourceChunks(text: CurrentText, source: ProjectSource, names: EntryNames): Generator<string> {
  const { article } = text
  const guid = guidOf('article', article.id)
  const user = keptGuidOf('annotator', source.head.annotators[0]?.id ?? '')
  yield tag(
    'TextSource',
    {
      ...{ guid, name: article.title, plainTextPath: `internal://${guid}.txt`, creatingUser: user },
      ...{ creationDateTime: article.createdAt, modifyingUser: user, modifiedDateTime: article.updatedAt }
    },
    false
  )
  yield* eachRow(text.annotations, row => selectionsXml(row, text, source, names))
  yield '</TextSource>\n'
}

const rowsPerChunk = 50

/** In chunks, so that who writes can rest within a long article. */
function* eachRow<Row>(rows: readonly Row[], write: (row: Row) => string): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsPerChunk)
    yield rows
      .slice(at, at + rowsPerChunk)
      .map(write)
      .join('')
}

/** What an annotation is tagged on first, then its parts: each is a selection. */
function orderedSpans(row: Annotation): Span[] {
  const isContent = (span: Span) => span.role === contentRole
  return [...row.spans.filter(isContent), ...row.spans.filter(span => !isContent(span))]
}

function selectionsXml(row: Annotation, text: CurrentText, source: ProjectSource, names: EntryNames): string {
  const user = keptGuidOf('annotator', row.annotatorId)
  const own = {
    ...{ creatingUser: user, creationDateTime: row.createdAt },
    ...{ modifyingUser: user, modifiedDateTime: row.updatedAt }
  }
  const strings = attributeStrings(row, findLayer(source.head.codebook, row.layer), names)
  const options = strings
    .filter(({ attribute }) => isCoded(attribute))
    .flatMap(({ id, values }) => values.map(value => optionCode(row.layer, id, value)))
  const coding = (target: string, at: number) =>
    element(
      'Coding',
      {
        guid: guidOf('coding', `${row.id} ${at} ${target}`),
        creatingUser: own.creatingUser,
        creationDateTime: own.creationDateTime
      },
      tag('CodeRef', { targetGUID: target })
    )
  return orderedSpans(row)
    .map((span, at) => {
      const code = span.role === contentRole ? layerCode(row.layer) : partCode(row.layer, span.role)
      const codings = [code, ...(at === 0 ? options : [])].map(target => coding(target, at))
      const note =
        at === 0 && noteOf(row, source, names) !== ''
          ? tag('NoteRef', { targetGUID: guidOf('note', row.id) })
          : ''
      const place = {
        startPosition: text.index.toCodePoint(span.startUtf16),
        endPosition: text.index.toCodePoint(span.endUtf16)
      }
      const name = span.quote.replace(/\s+/g, ' ').slice(0, 60)
      return `${element('PlainTextSelection', { guid: selectionGuid(row, at), name, ...place, ...own }, codings.join('') + note)}\n`
    })
    .join('')
}

function selectionGuid(row: Annotation, at: number): string {
  return guidOf('selection', `${row.id} ${at}`)
}

/** What has no code: attributes that are not chosen from options, a line each, and the memo behind an empty line. */
function noteOf(row: Annotation, source: ProjectSource, names: EntryNames): string {
  const lines = attributeStrings(row, findLayer(source.head.codebook, row.layer), names)
    .filter(({ attribute }) => !isCoded(attribute))
    .flatMap(({ id, values }) => values.map(value => `${id}: ${JSON.stringify(value)}`))
  if (row.confidence !== null) lines.push(`confidence: "${row.confidence}"`)
  return [lines.join('\n'), row.memo].filter(text => text !== '').join('\n\n')
}

function noteXml(row: Annotation, source: ProjectSource, names: EntryNames): string {
  const note = noteOf(row, source, names)
  if (note === '') return ''
  const attributes = {
    guid: guidOf('note', row.id),
    name: 'Memo',
    creatingUser: keptGuidOf('annotator', row.annotatorId),
    creationDateTime: row.createdAt
  }
  return `${element('Note', attributes, element('PlainTextContent', {}, xmlText(note)))}\n`
}

function* linksXml({ annotations, relations }: CurrentText): Generator<string> {
  const byId = new Map(annotations.map(row => [row.id, row]))
  yield* eachRow(annotations, row =>
    orderedSpans(row)
      .slice(1)
      .map((span, at) => {
        const name = span.role === contentRole ? pieceLink : partLink
        return link(`${row.id} ${at}`, name, selectionGuid(row, 0), selectionGuid(row, at + 1))
      })
      .join('')
  )
  yield* eachRow(relations, row => {
    const [from, to] = [byId.get(row.from), byId.get(row.to)]
    if (from === undefined || to === undefined) return ''
    return link(row.id, row.type, selectionGuid(from, 0), selectionGuid(to, 0))
  })
}

function link(id: string, name: string, originGUID: string, targetGUID: string): string {
  return `${tag('Link', { guid: guidOf('link', id), name, direction: 'OneWay', originGUID, targetGUID })}\n`
}
