import { stemOf } from '../../core/formats/file-name'
import type { SourceFile } from '../../core/formats/format'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { fail, ok, type Result } from '../../core/result'
import { hasMimetype, openArchive, textPart } from '../office/document-archive'
import { odfBlocks } from '../office/odf-blocks'
import { titledContents } from '../office/office-title'
import { scanXml } from '../office/scan-xml'
import { oneArticle, type DocumentReader } from './document-reader'

const mimetype = 'application/vnd.oasis.opendocument.text'

/** OpenDocument texts, packed or flat. */
export const odtDocument: DocumentReader = {
  id: 'odt',
  name: 'OpenDocument text',
  extensions: ['.odt', '.ott', '.fodt'],
  isSure: bytes => hasMimetype(bytes, mimetype),
  read: file => oneArticle(readOdt(file))
}

const partsRead = new Set(['content.xml', 'meta.xml', 'META-INF/manifest.xml'])

function readOdt(file: SourceFile): Result<ParsedArticle> {
  const { name } = file
  const opened = /\.fodt$/i.test(name)
    ? ok(new Map([['content.xml', file.bytes]]))
    : openArchive(file, part => partsRead.has(part))
  if (!opened.ok) return opened
  const parts = opened.value
  const manifest = textPart(parts, 'META-INF/manifest.xml', name)
  if (manifest.ok && /<(?:\w+:)?encryption-data[\s>]/.test(manifest.value)) {
    return fail(
      'encrypted-document',
      `${name} is protected by a password. Save it without one and try again.`,
      name
    )
  }
  const content = textPart(parts, 'content.xml', name)
  if (!content.ok) return content
  const place = /\.fodt$/i.test(name) ? name : `${name}/content.xml`
  const blocks = odfBlocks(content.value, place)
  if (!blocks.ok) return blocks
  const meta = textPart(parts, 'meta.xml', name)
  const { contents, title } = titledContents(blocks.value, metaTitle(meta.ok ? meta.value : content.value))
  return parsedArticle(contents, { title }, { place: name, fallbackTitle: stemOf(name) })
}

function metaTitle(xml: string): string {
  const open: string[] = []
  let title = ''
  scanXml(xml, '', {
    open: name => open.push(name),
    close: () => open.pop(),
    text: text => {
      if (open.at(-1) === 'dc:title' && open.at(-2) === 'office:meta') title += text
    }
  })
  return title
}
