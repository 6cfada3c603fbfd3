import type { BlockContent } from '../../core/anchoring/blocks'
import { stemOf } from '../../core/formats/file-name'
import type { SourceFile } from '../../core/formats/format'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { fail, type Result } from '../../core/result'
import { decodeWindows1252 } from '../decode-windows-1252'
import { oneArticle, type DocumentReader } from './document-reader'

/** Rich Text Format 1.9.1. Text is read with its paragraphs and headings; pictures, notes and fields' code are not. */
export const rtfDocument: DocumentReader = {
  id: 'rtf',
  name: 'RTF document',
  extensions: ['.rtf'],
  isSure: bytes => latin1(bytes.subarray(0, 5)) === '{\\rtf',
  read: file => oneArticle(readRtf(file))
}

const deepest = 200

/** Groups that hold no words of the text. */
const silent = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object header headerl headerr ' +
    'headerf footer footerl footerr footerf footnote annotation atnid atnauthor fldinst xmlnstbl themedata ' +
    'colorschememapping datastore latentstyles filetbl revtbl mmathPr nonshppict author operator company'
  ).split(' ')
)

const characters: Readonly<Record<string, string>> = {
  ...{ tab: '\t', line: '\n', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’' },
  ...{
    ldblquote: '“',
    rdblquote: '”',
    emspace: '\u2003',
    enspace: '\u2002',
    cell: '\t',
    '~': '\u00a0',
    _: '\u2011'
  }
}

interface Group {
  isSilent: boolean
  isTitle: boolean
  /** How many characters stand in for one of Unicode. */
  unicodeSkip: number
}

function readRtf(file: SourceFile): Result<ParsedArticle> {
  const source = latin1(file.bytes)
  if (!source.startsWith('{\\rtf')) return fail('not-rtf', `${file.name} is no RTF document.`, file.name)
  const reader = new RtfReader(source)
  const problem = reader.read()
  if (problem === 'too-deep')
    return fail('too-deep', `Groups in ${file.name} are nested more than ${deepest} deep.`, file.name)
  if (problem === 'cut-off') return fail('damaged-document', `${file.name} ends too early.`, file.name)
  const { blocks, title } = reader
  return parsedArticle(blocks, { title }, { place: file.name, fallbackTitle: stemOf(file.name) })
}

class RtfReader {
  readonly blocks: BlockContent[] = []
  title = ''
  private readonly groups: Group[] = []
  private group: Group = { isSilent: false, isTitle: false, unicodeSkip: 1 }
  private decode: (bytes: Uint8Array) => string = decodeWindows1252
  private bytes: number[] = []
  private text = ''
  private level: number | undefined
  private skip = 0

  constructor(private readonly source: string) {}

  read(): 'too-deep' | 'cut-off' | null {
    const token =
      /\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/g
    for (const match of this.source.matchAll(token)) {
      const [, word, number, byte, symbol, brace, text] = match
      if (byte === undefined) this.flushBytes()
      if (brace === '{') {
        if (this.groups.length >= deepest) return 'too-deep'
        this.groups.push(this.group)
        this.group = { ...this.group }
      } else if (brace === '}') {
        this.group = this.groups.pop() ?? this.group
        if (this.groups.length === 0) break
      } else if (byte !== undefined) this.addByte(Number.parseInt(byte, 16))
      else if (symbol === '*') this.group.isSilent = true
      else if (symbol !== undefined) this.add(characters[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : ''))
      else if (word !== undefined) this.control(word, number === undefined ? undefined : Number(number))
      else if (text !== undefined) this.add(text)
    }
    this.flushBytes()
    this.endParagraph()
    return this.groups.length === 0 ? null : 'cut-off'
  }

  private control(word: string, number: number | undefined): void {
    if (silent.has(word)) this.group.isSilent = true
    else if (word === 'title') this.group.isTitle = true
    else if (word === 'info') this.group.isSilent = true
    else if (word === 'par' || word === 'sect' || word === 'page' || word === 'row') this.endParagraph()
    else if (word === 'pard') this.level = undefined
    else if (word === 'outlinelevel') this.level = Math.min(6, (number ?? 0) + 1)
    else if (word === 'uc') this.group.unicodeSkip = Math.max(0, number ?? 1)
    else if (word === 'u' && number !== undefined) {
      this.add(String.fromCharCode(number & 0xffff))
      this.skip = this.group.unicodeSkip
    } else if (word === 'ansicpg' && number !== undefined) this.decode = decoderFor(number)
    else this.add(characters[word] ?? '')
  }

  /** Bytes are gathered: in some encodings it takes two for a character. */
  private addByte(byte: number): void {
    if (this.skip > 0) this.skip -= 1
    else this.bytes.push(byte)
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return
    const text = this.decode(Uint8Array.from(this.bytes))
    this.bytes = []
    this.put(text)
  }

  private add(text: string): void {
    const skipped = Math.min(this.skip, text.length)
    this.skip -= skipped
    this.put(text.slice(skipped))
  }

  private put(text: string): void {
    if (this.group.isTitle) this.title += text
    else if (!this.group.isSilent) this.text += text
  }

  private endParagraph(): void {
    if (this.group.isSilent) return
    const { text, level } = this
    this.text = ''
    if (text.trim() === '') return
    this.blocks.push(level === undefined ? { type: 'paragraph', text } : { type: 'heading', level, text })
  }
}

function decoderFor(codePage: number): (bytes: Uint8Array) => string {
  if (codePage === 1252) return decodeWindows1252
  const name = codePage === 932 ? 'shift_jis' : codePage === 936 ? 'gbk' : `windows-${codePage}`
  try {
    const decoder = new TextDecoder(name)
    return bytes => decoder.decode(bytes)
  } catch {
    return decodeWindows1252
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
