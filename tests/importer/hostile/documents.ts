import { docxOf, epubOf, odtOf, wordParagraph } from '../documents/office-files'
import { fileOf, zipOf, type HostileFile } from './hostile-file'

const words = 'Some words of an article that nobody wrote. '.repeat(8)
const nested = (tag: string, depth: number) => `<${tag}>`.repeat(depth) + words + `</${tag}>`.repeat(depth)
const bomb =
  '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
const ole = new Uint8Array(1024)
ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const encryptedOle = ole.slice()
encryptedOle.set(Buffer.from('EncryptedPackage', 'utf16le'), 512)

export const hostilePages: readonly HostileFile[] = [
  {
    what: 'scripts, handlers and addresses that run',
    make: ({ url }) => [
      fileOf(
        'a.html',
        `<body onload="fetch('${url}')"><script src="${url}"></script><script>fetch('${url}')</script><p onclick="alert(1)">${words}</p><a href="javascript:alert(1)">link</a></body>`
      )
    ],
    comes: 'articles',
    without: /onload|onclick|javascript:|fetch/
  },
  {
    what: 'pictures, frames, styles and a base elsewhere',
    make: ({ url }) => [
      fileOf(
        'a.html',
        `<base href="${url}"><link rel="stylesheet" href="${url}"><meta http-equiv="refresh" content="0;url=${url}"><style>@import "${url}";</style><img src="${url}" onerror="alert(1)"><iframe src="${url}"></iframe><p>${words}</p>`
      )
    ],
    comes: 'articles',
    without: /onerror|iframe|@import/
  },
  {
    what: 'SVG with a script and foreign content',
    make: ({ url }) => [
      fileOf(
        'a.html',
        `<p>${words}</p><svg onload="alert(1)"><script>fetch('${url}')</script><foreignObject><p>hidden in a picture</p></foreignObject></svg>`
      )
    ],
    comes: 'articles',
    without: /hidden in a picture|fetch/
  },
  {
    what: '50,000 nested elements',
    make: () => [fileOf('a.html', nested('div', 50_000))],
    comes: ['too-deep']
  },
  { what: '50,000 nested lists', make: () => [fileOf('a.html', nested('ul', 50_000))], comes: ['too-deep'] },
  {
    what: '201 nested quotations',
    make: () => [fileOf('a.html', nested('blockquote', 201))],
    comes: ['too-deep']
  },
  {
    what: '300,000 elements',
    make: () => [fileOf('a.html', '<p>w</p>'.repeat(300_000))],
    comes: ['too-many-elements']
  },
  { what: 'NULs in a page', make: () => [fileOf('a.html', `<p>${words}\0</p>`)], comes: ['binary-file'] },
  {
    what: 'a page of menus',
    make: () => [fileOf('a.html', '<nav>Home</nav><footer>End</footer>')],
    comes: ['no-text']
  },
  {
    what: 'an encoding that is not the one it names',
    make: () => [
      fileOf('a.html', Buffer.from('<meta charset="shift_jis"><p>caf\xe9\xff\xff words</p>', 'latin1'))
    ],
    comes: ['unknown-encoding']
  },
  {
    what: 'references to half a character and to NUL',
    make: () => [fileOf('a.html', `<p>${words} &#xD83D; &#0;</p>`)],
    comes: ['articles', 'lone-surrogate', 'binary-file']
  },
  {
    what: 'an unclosed comment',
    make: () => [fileOf('a.html', `<p>${words}</p><!-- ${words}`)],
    comes: 'articles'
  },
  {
    what: 'JSON-LD with a hidden key and deep brackets',
    make: () => [
      fileOf(
        'a.html',
        `<script type="application/ld+json">{"__proto__":{"isAdmin":true},"@type":"NewsArticle"}</script><script type="application/ld+json">${'['.repeat(50_000)}</script><p>${words}</p>`
      )
    ],
    comes: 'articles'
  },
  {
    what: 'one attribute of a million characters',
    make: () => [fileOf('a.html', `<p class="${'x '.repeat(500_000)}">${words}</p>`)],
    comes: ['articles', 'too-deep']
  }
]

export const hostileOffice: readonly HostileFile[] = [
  {
    what: 'entities that grow, in Word',
    make: () => [fileOf('a.docx', docxOf('', { 'word/document.xml': `${bomb}<w>&c;</w>` }))],
    comes: ['xml-doctype']
  },
  {
    what: 'an entity that is a file of the disk, in Word',
    make: ({ secretPath }) => [
      fileOf(
        'a.docx',
        docxOf('', {
          'word/document.xml': `<!DOCTYPE w [<!ENTITY x SYSTEM "file://${secretPath}">]><w>&x;</w>`
        })
      )
    ],
    comes: ['xml-doctype']
  },
  {
    what: 'an entity of another site, in OpenDocument',
    make: ({ url }) => [
      fileOf('a.odt', odtOf('', '', { 'content.xml': `<!DOCTYPE o SYSTEM "${url}"><o>words</o>` }))
    ],
    comes: ['xml-doctype']
  },
  {
    what: '50,000 nested elements in Word',
    make: () => [fileOf('a.docx', docxOf(nested('w:sdt', 50_000)))],
    comes: ['too-deep']
  },
  {
    what: '50,000 nested elements in OpenDocument',
    make: () => [fileOf('a.odt', odtOf(nested('text:span', 50_000)))],
    comes: ['too-deep']
  },
  {
    what: '50,000 nested elements in EPUB',
    make: () => [fileOf('a.epub', epubOf([nested('div', 50_000)]))],
    comes: ['too-deep']
  },
  {
    what: 'a bomb for a picture in Word',
    make: () => [
      fileOf(
        'a.docx',
        zipOf({
          '[Content_Types].xml': '<Types/>',
          'word/document.xml': '<w/>',
          'word/media/a.png': new Uint8Array(120_000_000)
        })
      )
    ],
    comes: ['zip-ratio']
  },
  {
    what: 'a template and a picture elsewhere, in Word',
    make: ({ url, secretPath }) => [
      fileOf(
        'a.docx',
        docxOf(
          `${wordParagraph(words)}<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="link"/></w:drawing></w:r></w:p>`,
          {
            'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="link" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file://${secretPath}" TargetMode="External"/><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${url}" TargetMode="External"/></Relationships>`
          }
        )
      )
    ],
    comes: 'articles'
  },
  {
    what: 'Word without its text',
    make: () => [fileOf('a.docx', zipOf({ 'x.xml': '<x/>' }))],
    comes: ['part-missing']
  },
  {
    what: 'Word cut off',
    make: () => [fileOf('a.docx', docxOf(words).subarray(0, 400))],
    comes: ['damaged-zip']
  },
  { what: 'Word that is not XML', make: () => [fileOf('a.docx', docxOf('<w:p>'))], comes: ['not-xml'] },
  { what: 'Word of no words', make: () => [fileOf('a.docx', docxOf('<w:p/>'))], comes: ['no-text'] },
  {
    what: 'Word with a password',
    make: () => [fileOf('a.docx', encryptedOle)],
    comes: ['encrypted-document']
  },
  { what: 'Word of 1997', make: () => [fileOf('a.doc', ole)], comes: ['old-document'] },
  {
    what: 'a page called Word',
    make: () => [fileOf('a.docx', `<html><p>${words}</p></html>`)],
    comes: 'articles'
  },
  { what: 'words called Word', make: () => [fileOf('a.docx', words)], comes: ['not-a-zip'] },
  {
    what: 'OpenDocument with a password',
    make: () => [
      fileOf(
        'a.odt',
        odtOf('x', '', { 'META-INF/manifest.xml': '<m:manifest><m:encryption-data /></m:manifest>' })
      )
    ],
    comes: ['encrypted-document']
  },
  {
    what: 'OpenDocument with a million spaces in one element',
    make: () => [fileOf('a.odt', odtOf(`<text:p>a<text:s text:c="999999999"/>b words</text:p>`))],
    comes: 'articles'
  },
  {
    what: 'OpenDocument in another encoding than it should be',
    make: () => [fileOf('a.fodt', new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c]))],
    comes: ['unknown-encoding']
  },
  {
    what: 'EPUB against copying',
    make: () => [fileOf('a.epub', epubOf([`<p>${words}</p>`], { 'META-INF/rights.xml': '<rights/>' }))],
    comes: ['encrypted-document']
  },
  {
    what: 'EPUB whose chapters lie outside of it',
    make: ({ secretPath }) => [
      fileOf(
        'a.epub',
        epubOf([], {
          'OEBPS/book.opf': `<package><manifest><item id="a" href="../../../..${secretPath}" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>`
        })
      )
    ],
    comes: ['part-missing']
  },
  {
    what: 'EPUB with scripts',
    make: ({ url }) => [
      fileOf('a.epub', epubOf([`<p>${words}</p><script>fetch('${url}')</script><img src="${url}"/>`]))
    ],
    comes: 'articles',
    without: /fetch/
  },
  {
    what: 'EPUB without a table of parts',
    make: () => [fileOf('a.epub', zipOf({ a: 'x' }))],
    comes: ['not-an-epub']
  },
  { what: 'EPUB without chapters', make: () => [fileOf('a.epub', epubOf([]))], comes: ['no-text'] }
]
