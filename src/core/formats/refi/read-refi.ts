import { readZip } from '../../archive/read-zip'
import type { ProjectData } from '../../project/entities'
import type { AnnotationId } from '../../project/ids'
import { fail, ok, type Result } from '../../result'
import { childOf, childrenOf, parseXml, takeChildren, textIn, type XmlElement } from '../../xml/parse-xml'
import { decodeFile } from '../exchange/decode-file'
import { ProjectBuilder, type AddedArticle, type ForeignSpan } from '../exchange/project-builder'
import { stemOf } from '../file-name'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { addForeignCodes, nameOf, subCode } from './foreign-codes'
import { partLink, partsCode, pieceLink } from './refi-guid'

type Read = Result<{ data: ProjectData; issues: FormatIssue[] }>

/** What coding a passage says of it: that it is of a layer, as one of its parts or not, or an attribute's value. */
type Code =
  | { kind: 'layer'; layer: string; role?: string; attributes?: Readonly<Record<string, readonly string[]>> }
  | { kind: 'value'; attribute: string; value: string }

interface Selection {
  element: XmlElement
  place: string
  codes: Code[]
}

/** A project of REFI-QDA 1.0 (https://www.qdasoftware.org). Its texts have "\n", "\r\n" or a mark in front, all are read. */
export function readRefiProject([file]: readonly SourceFile[], context: ReadContext): Read {
  if (file === undefined) return fail('empty-file', 'No file was given.')
  const unpacked = unpack(file)
  if (!unpacked.ok) return unpacked
  const root = parseXml(unpacked.value.text, `${file.name}/project.qde`)
  if (!root.ok) return root
  if (root.value.name !== 'Project')
    return fail('not-refi', 'The file project.qde is no project of REFI-QDA.', file.name)
  return new ProjectReader(root.value, unpacked.value.files, context).read()
}

/** The text of project.qde, and the files beside it: its bytes are let go, as it can be most of the archive. */
function unpack(file: SourceFile): Result<{ text: string; files: SourceFile[] }> {
  const all = readZip(file.bytes, file.name)
  if (!all.ok) return all
  const isProject = ({ name }: SourceFile) => /(?:^|\/)project\.qde$/i.test(name)
  const qde = all.value.find(isProject)
  if (qde === undefined) return fail('not-refi', `There is no project.qde in ${file.name}.`, file.name)
  const text = decodeFile(qde)
  return text.ok ? ok({ text: text.value, files: all.value.filter(other => !isProject(other)) }) : text
}

/**
 * Codes of a `.qdc` file: each top code becomes a layer. Codes below it are its parts and choices where we wrote the
 * file; of other programs they are, however deep, the options of one choice.
 */
export function readRefiCodebook([file]: readonly SourceFile[], context: ReadContext): Read {
  if (file === undefined) return fail('empty-file', 'No file was given.')
  const text = decodeFile(file)
  if (!text.ok) return text
  const root = parseXml(text.value, file.name)
  if (!root.ok) return root
  const codes = childrenOf(childOf(root.value, 'Codes'), 'Code')
  if (root.value.name !== 'CodeBook' || codes.length === 0)
    return fail('not-refi', `${file.name} is no codebook of REFI-QDA, or it is empty.`, file.name)
  const builder = new ProjectBuilder(context, { title: stemOf(file.name) })
  if (isOurs(root.value)) addOwnCodes(builder, codes, file.name)
  else addForeignCodes(builder, codes, file.name)
  return builder.build()
}

/** Layers with the parts and choices that they were written with. */
function addOwnCodes(builder: ProjectBuilder, codes: readonly XmlElement[], file: string): void {
  for (const code of codes) {
    const place = `${file}, line ${code.line}`
    const layer = builder.addLayer(nameOf(code), place)
    if (layer === null) continue
    for (const group of childrenOf(code, 'Code')) {
      const names = childrenOf(group, 'Code').map(nameOf)
      if (nameOf(group) === partsCode) for (const part of names) builder.addPart(layer, part)
      else {
        const options = names.map(name => ({ name }))
        builder.addChoice(layer, nameOf(group), options, place)
      }
    }
  }
}

function isOurs(root: XmlElement): boolean {
  return root.attributes['origin']?.startsWith('Counterpoint') === true
}

class ProjectReader {
  private readonly builder: ProjectBuilder
  private readonly isOwn: boolean
  private readonly codes = new Map<string, Code>()
  private readonly users = new Map<string, string>()
  private readonly notes = new Map<string, string>()
  private readonly usedNotes = new Set<string>()
  private readonly inner = new Map<string, { guid: string; isPart: boolean }[]>()
  /** What stands in `inner`: no annotations of their own. */
  private readonly members = new Set<string>()
  private readonly selections = new Map<string, Selection>()
  private readonly added = new Map<string, AnnotationId>()

  constructor(
    private readonly root: XmlElement,
    private readonly files: readonly SourceFile[],
    context: ReadContext
  ) {
    this.isOwn = isOurs(root)
    this.builder = new ProjectBuilder(context, {
      title: root.attributes['name'] ?? '',
      description: textIn(childOf(root, 'Description'))
    })
  }

  read(): Read {
    const { root } = this
    for (const user of childrenOf(childOf(root, 'Users'), 'User'))
      this.users.set(key(user.attributes['guid']), user.attributes['name'] ?? '')
    const codes = childrenOf(childOf(childOf(root, 'CodeBook'), 'Codes'), 'Code')
    if (this.isOwn) this.readOwnCodes(codes, [])
    else this.readForeignCodes(codes)
    for (const note of takeChildren(childOf(root, 'Notes')))
      this.notes.set(key(note.attributes['guid']), this.noteText(note))
    const links = childrenOf(childOf(root, 'Links'), 'Link')
    for (const { attributes } of links) {
      const name = attributes['name']
      if (!this.isOwn || (name !== pieceLink && name !== partLink)) continue
      const origin = key(attributes['originGUID'])
      const member = { guid: key(attributes['targetGUID']), isPart: name === partLink }
      this.inner.set(origin, [...(this.inner.get(origin) ?? []), member])
      this.members.add(member.guid)
    }
    for (const source of takeChildren(childOf(root, 'Sources'))) this.readSource(source)
    for (const { attributes, line } of links) {
      const [from, to] = [
        this.added.get(key(attributes['originGUID'])),
        this.added.get(key(attributes['targetGUID']))
      ]
      const name = attributes['name'] ?? ''
      if (from !== undefined && to !== undefined)
        this.builder.addRelation(name, from, to, `project.qde, line ${line}`)
    }
    this.sayWhatIsLeftOut()
    return this.builder.build()
  }

  private readOwnCodes(elements: readonly XmlElement[], above: readonly string[]): void {
    for (const element of elements) {
      const path = [...above, nameOf(element)]
      this.codes.set(key(element.attributes['guid']), ownCode(path))
      this.readOwnCodes(childrenOf(element, 'Code'), path)
    }
  }

  private readForeignCodes(elements: readonly XmlElement[]): void {
    for (const [element, { layer, option }] of addForeignCodes(this.builder, elements, 'project.qde')) {
      const attributes = option === undefined ? {} : { attributes: { [subCode]: [option] } }
      this.codes.set(key(element.attributes['guid']), { kind: 'layer', layer, ...attributes })
    }
  }

  /** What a project of this standard can hold and none of ours does. */
  private sayWhatIsLeftOut(): void {
    for (const name of ['Variables', 'Cases', 'Sets', 'Graphs']) {
      const list = childOf(this.root, name)
      const count = childrenOf(list).length
      if (list === undefined || count === 0) continue
      const message = `${name} have no place here; ${count === 1 ? 'one is' : `${count} are`} left out.`
      this.builder.issues.push({ place: `project.qde, line ${list.line}`, message })
    }
    const others = [...this.notes].filter(([guid, text]) => text !== '' && !this.usedNotes.has(guid)).length
    if (others === 0) return
    const message = `${others === 1 ? 'A note is' : `${others} notes are`} of no passage that came in; left out.`
    this.builder.issues.push({ place: 'project.qde, Notes', message })
  }

  private noteText(note: XmlElement): string {
    const inside = childOf(note, 'PlainTextContent')
    if (inside !== undefined) return textIn(inside)
    const file = this.fileAt(note.attributes['plainTextPath'])
    const text = file === undefined ? null : decodeFile(file)
    return text?.ok === true ? text.value : ''
  }

  private readSource(source: XmlElement): void {
    const place = `project.qde, line ${source.line}`
    const { name = 'Untitled' } = source.attributes
    const texts = source.name === 'PDFSource' ? childOf(source, 'Representation') : source
    if (texts === undefined || (source.name !== 'TextSource' && source.name !== 'PDFSource')) {
      const message = `“${name}” comes without a text (${source.name}); left out.`
      this.builder.issues.push({ place, message })
      return
    }
    const areas = childrenOf(source, 'PDFSelection').length
    if (areas > 0) {
      const message = `${areas === 1 ? 'An area of a page is' : `${areas} areas of pages are`} coded in “${name}”; only its text came in.`
      this.builder.issues.push({ place, message })
    }
    const inside = childOf(texts, 'PlainTextContent')
    const file = this.fileAt(texts.attributes['plainTextPath'])
    const text =
      inside === undefined ? file && decodeFile(file) : { ok: true as const, value: textIn(inside) }
    if (text === undefined)
      return this.builder.problem('missing-text', `The text of “${name}” is not in the archive`, place)
    if (!text.ok) return this.builder.problem(text.error.code, text.error.message.replace(/\.$/, ''), place)
    const article = this.builder.addArticle({ text: text.value, unit: 'code-point', title: name }, place)
    if (article === null) return
    // Those of one text: links that make one annotation of several stay within it.
    this.selections.clear()
    const own: string[] = []
    for (const selection of childrenOf(texts, 'PlainTextSelection')) {
      const guid = key(selection.attributes['guid'])
      own.push(guid)
      const codes = childrenOf(selection, 'Coding').flatMap(coding => {
        const code = this.codes.get(key(childOf(coding, 'CodeRef')?.attributes['targetGUID']))
        return code === undefined ? [] : [code]
      })
      this.selections.set(guid, { element: selection, place: `project.qde, line ${selection.line}`, codes })
    }
    for (const guid of own) if (!this.members.has(guid)) this.addSelection(article, guid)
  }

  private addSelection(article: AddedArticle, guid: string): void {
    const selection = this.selections.get(guid)
    if (selection === undefined) return
    const spans = [
      spanOf(selection.element),
      ...(this.inner.get(guid) ?? []).flatMap(member => this.memberSpan(member))
    ]
    const codings = childrenOf(selection.element, 'Coding')
    const notes = [selection.element, ...codings].flatMap(element =>
      childrenOf(element, 'NoteRef').map(ref => this.noteAt(ref))
    )
    const described = childOf(selection.element, 'Description')
    const said = [...notes, ...(described === undefined ? [] : [textIn(described)])].join('\n\n')
    const own = this.isOwn ? splitNote(said) : { attributes: {}, memo: said }
    const attributes: Record<string, string[]> = { ...own.attributes }
    const layers: Extract<Code, { kind: 'layer' }>[] = []
    for (const code of selection.codes)
      if (code.kind === 'layer') layers.push(code)
      else (attributes[code.attribute] ??= []).push(code.value)
    const confidence = attributes['confidence']?.[0]
    if (this.isOwn) delete attributes['confidence']
    if (layers.length === 0) layers.push({ kind: 'layer', layer: 'Annotation' })
    const { creatingUser, creationDateTime, modifiedDateTime } = selection.element.attributes
    const user = this.users.get(key(creatingUser))
    for (const { layer, attributes: further } of layers) {
      const added = this.builder.addAnnotation(
        article,
        {
          ...{ label: layer, spans, attributes: { ...attributes, ...further }, memo: own.memo },
          ...(user === undefined ? {} : { annotator: user }),
          ...(creationDateTime === undefined ? {} : { createdAt: creationDateTime }),
          ...(modifiedDateTime === undefined ? {} : { updatedAt: modifiedDateTime }),
          confidence: this.isOwn && confidence !== undefined ? Number(confidence) : null
        },
        selection.place
      )
      if (added !== null) this.added.set(guid, added)
    }
  }

  private memberSpan({ guid, isPart }: { guid: string; isPart: boolean }): ForeignSpan[] {
    const member = this.selections.get(guid)
    if (member === undefined) return []
    const [code] = member.codes
    const role = isPart && code?.kind === 'layer' ? code.role : undefined
    return [{ ...spanOf(member.element), ...(role === undefined ? {} : { role }) }]
  }

  private noteAt(ref: XmlElement): string {
    const guid = key(ref.attributes['targetGUID'])
    this.usedNotes.add(guid)
    return this.notes.get(guid) ?? ''
  }

  private fileAt(path: string | undefined): SourceFile | undefined {
    if (path === undefined) return undefined
    const name = path.replace(/^(?:internal|relative):\/\//, '').toLowerCase()
    return this.files.find(
      file => file.name.toLowerCase() === name || file.name.toLowerCase().endsWith(`/${name}`)
    )
  }
}

function spanOf({ attributes }: XmlElement): ForeignSpan {
  return { start: Number(attributes['startPosition']), end: Number(attributes['endPosition']) }
}

/** GUIDs come in upper and lower case, with and without braces. */
function key(guid: string | undefined): string {
  return (guid ?? '').toLowerCase().replace(/[{}]/g, '')
}

/** Our own codes: a layer, under it its parts and its attributes, under these the options. */
function ownCode(path: readonly string[]): Code {
  const [layer = '', group, name = ''] = path
  if (path.length !== 3) return { kind: 'layer', layer: path.at(-1) ?? '' }
  if (group === partsCode || group === undefined) return { kind: 'layer', layer, role: name }
  return { kind: 'value', attribute: group, value: name }
}

/** The lines of our notes that are attributes, and the memo behind them. */
function splitNote(note: string): { attributes: Record<string, string[]>; memo: string } {
  const attributes: Record<string, string[]> = {}
  const lines = note.split('\n')
  let at = 0
  for (; at < lines.length; at += 1) {
    const [, id, value] = /^([a-zA-Z][a-zA-Z0-9]*): (".*")$/s.exec(lines[at] ?? '') ?? []
    if (id === undefined || value === undefined) break
    const text: unknown = parsedText(value)
    if (typeof text !== 'string') break
    ;(attributes[id] ??= []).push(text)
  }
  const rest = lines.slice(at)
  if (at > 0 && rest[0] === '') rest.shift()
  return { attributes, memo: rest.join('\n') }
}

function parsedText(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
