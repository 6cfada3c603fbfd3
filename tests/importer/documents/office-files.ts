import { strToU8, zipSync, type Zippable } from 'fflate'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const odf =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"'
const xml = '<?xml version="1.0" encoding="UTF-8"?>'

/** A Word document with this markup as its body; `more` are further parts. */
export function docxOf(body: string, more: Record<string, string> = {}): Uint8Array {
  return packed({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document ${w} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="link" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://x.example" TargetMode="External"/></Relationships>`,
    'word/styles.xml': `${xml}<w:styles ${w}>${['Title', 'Quote', 'heading 1', 'heading 2'].map(name => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `${xml}<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${[0, 1].map(level => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...more
  })
}

/** A paragraph of a Word document, with a style or as an item of a list. */
export function wordParagraph(text: string, style?: string, listLevel?: number): string {
  const properties =
    (style === undefined ? '' : `<w:pStyle w:val="${style}"/>`) +
    (listLevel === undefined ? '' : `<w:numPr><w:ilvl w:val="${listLevel}"/><w:numId w:val="1"/></w:numPr>`)
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** An OpenDocument text with this markup as its text; `styles` are automatic ones. */
export function odtOf(text: string, styles = '', more: Record<string, string> = {}): Uint8Array {
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${xml}<office:document-content ${odf}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'meta.xml': `${xml}<office:document-meta ${odf}><office:meta><dc:title>Title of the properties</dc:title></office:meta></office:document-meta>`,
    ...more
  })
}

/** An EPUB of these chapters, each the markup of a body. */
export function epubOf(chapters: readonly string[], more: Record<string, string> = {}): Uint8Array {
  const files = chapters.map((body, index): [string, string] => [
    `OEBPS/text/${index + 1}.xhtml`,
    `${xml}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`
  ])
  const items = chapters.map(
    (_, i) => `<item id="c${i}" href="text/${i + 1}.xhtml" media-type="application/xhtml+xml"/>`
  )
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${xml}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/book.opf': `${xml}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A reader on harbours</dc:title><dc:creator>Ada Lang</dc:creator><dc:creator>Ben Moor</dc:creator><dc:publisher>Quay Press</dc:publisher><dc:date>2021-05-06T00:00:00Z</dc:date><dc:language>en-US</dc:language></metadata><manifest>${items.join('')}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="nav"/>${chapters.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav>Contents</nav></body></html>',
    ...Object.fromEntries(files),
    ...more
  })
}

function packed(files: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, text] of Object.entries(files))
    entries[name] = [strToU8(text), { level: name === 'mimetype' ? 0 : 6 }]
  return zipSync(entries)
}
