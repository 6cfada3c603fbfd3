import { describe, expect, test } from 'vitest'
import { htmlDocument } from '../../../src/importer/documents/html-document'
import type { ParsedArticle } from '../../../src/core/importing/parsed-article'

async function read(html: string | Uint8Array, name = 'page.html'): Promise<ParsedArticle> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const result = await htmlDocument.read({ name, bytes }, {})
  if (!result.ok || result.value.kind !== 'articles') throw new Error(JSON.stringify(result))
  return result.value.articles[0]!
}

const blocksOf = ({ text, blocks }: ParsedArticle) =>
  blocks.map(({ type, level, startUtf16, endUtf16 }) => [
    level === undefined ? type : `${type} ${level}`,
    text.slice(startUtf16, endUtf16)
  ])

const long =
  'The harbour board met on Tuesday to hear what the fishers and the port had to say, and it was late. '

/** As news sites build their pages: menus, a notice, teasers and a footer around the article. */
const page = `<!doctype html>
<!-- saved from url=(0031)https://news.example/harbour?x=1 -->
<html lang="en-gb"><head>
<meta charset="utf-8">
<title>Harbour board hears both sides of the quay | The Example Courier</title>
<meta property="og:title" content="Harbour board hears both sides">
<meta property="og:site_name" content="Courier">
<link rel="canonical" href="https://news.example/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},
{"@type":["NewsArticle"],"headline":"Harbour board hears both sides &amp; waits","author":[{"@type":"Person","name":"Ada Lang"},
{"@type":"Person","name":"Ben Moor"}],"publisher":{"@type":"Organization","name":"The Example Courier"},
"datePublished":"2024-03-04T23:30:00-05:00"}]}</script>
<style>p{color:red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner" role="dialog">We use cookies. Accept all?</div>
<header><a href="/">The Example Courier</a></header>
<main><article><h1>Harbour board hears both sides</h1>
<p>${long}“We <em>cannot</em> wait,” said <a href="https://x.example">one
captain</a>.</p>
<h2>What the port wants</h2>
<p>${long}${long}</p>
<blockquote><p>${long}</p></blockquote>
<ul><li>First demand of the fishers, as read out.<ul><li>A part of it that mattered.</li></ul></li><li>Second demand.</li></ul>
<p>${long}<br><br>${long}</p>
<figure><img src="https://news.example/a.jpg" alt="not words"><figcaption>The quay at dawn.</figcaption></figure>
<p>${long}&nbsp;Caf&eacute; \u{1F9D1}\u200D\u{1F33E} e\u0301.</p>
</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Other news of the day</a></li></ul></aside>
<footer><p>© Example Courier. All rights reserved.</p></footer>
<script>document.write('<p>written by a script</p>')</script>
</body></html>`

describe('a saved news page', () => {
  test('gives its article, and nothing of what stands around it', async () => {
    const article = await read(page)
    const words = long.trim()
    expect(blocksOf(article)).toEqual([
      ['paragraph', `${words} “We cannot wait,” said one captain.`],
      ['heading 2', 'What the port wants'],
      ['paragraph', `${words} ${words}`],
      ['quotation', words],
      ['list-item 1', 'First demand of the fishers, as read out.'],
      ['list-item 2', 'A part of it that mattered.'],
      ['list-item 1', 'Second demand.'],
      ['paragraph', words],
      ['paragraph', words],
      ['paragraph', 'The quay at dawn.'],
      ['paragraph', `${words} \u00a0Café \u{1F9D1}\u200D\u{1F33E} e\u0301.`]
    ])
    expect(article.issues).toEqual([])
  })

  test('says what it is', async () => {
    const { title, byline, outlet, url, publishedAt, language } = await read(page)
    expect({ title, byline, outlet, url, publishedAt, language }).toEqual({
      title: 'Harbour board hears both sides & waits',
      byline: 'Ada Lang, Ben Moor',
      outlet: 'The Example Courier',
      url: 'https://news.example/harbour',
      // The day it was where it was published.
      publishedAt: '2024-03-04',
      language: 'en-GB'
    })
  })
})

describe('facts of pages', () => {
  const body = `<body><h1>The headline of the page</h1><p>${long}</p></body>`
  const cases: [string, string, Partial<ParsedArticle>][] = [
    [
      'its own title without the site',
      '<title>Five words of a headline - The Site</title>',
      { title: 'The headline of the page' }
    ],
    [
      'meta elements',
      '<meta name="author" content="By Jo Doe"><meta property="article:published_time" content="2020-01-02">',
      { byline: 'Jo Doe', publishedAt: '2020-01-02' }
    ],
    [
      'a date in words',
      '<meta name="date" content="Monday, March 4th, 2024 at 10:00">',
      { publishedAt: '2024-03-04' }
    ],
    ['a date that is none', '<meta name="date" content="2024-02-31">', { publishedAt: '' }],
    [
      'a profile in the place of a name',
      '<meta property="article:author" content="https://f.example/jo">',
      { byline: '' }
    ],
    [
      'JSON-LD that is broken',
      '<script type="application/ld+json">{"@type":"NewsArticle",</script><meta property="og:site_name" content="S">',
      { outlet: 'S' }
    ],
    ['an address that would run', '<link rel="canonical" href="javascript:alert(1)">', { url: '' }],
    ['a language that is none', '<meta property="og:locale" content="not a language">', { language: '' }],
    ['a locale', '<meta property="og:locale" content="de_AT">', { language: 'de-AT' }]
  ]
  test.each(cases)('%s', async (_, head, facts) => {
    expect(await read(`<html><head>${head}</head>${body}</html>`)).toMatchObject(facts)
  })
})

describe('markup', () => {
  const cases: [string, string, [string, string][]][] = [
    ['a headline over one paragraph', '<h1>Head</h1><p>Two words</p>', [['paragraph', 'Two words']]],
    ['a page of two words', '<p>Two words</p>', [['paragraph', 'Two words']]],
    ['words without any element', 'Just words', [['paragraph', 'Just words']]],
    ['preformatted lines', '<pre>one\n  two</pre>', [['paragraph', 'one\n  two']]],
    ['one line break', '<p>one<br>two</p>', [['paragraph', 'one\ntwo']]],
    [
      'a table',
      '<table><tr><th>Count</th><th>Verdict</th></tr><tr><td>1</td><td>guilty</td></tr></table>',
      [
        ['paragraph', 'Count\tVerdict'],
        ['paragraph', '1\tguilty']
      ]
    ],
    ['a quotation of a word', '<p>She said <q>no</q>.</p>', [['paragraph', 'She said “no”.']]],
    [
      'what is hidden',
      '<p>seen</p><p hidden>not</p><p style="display: none">not</p>',
      [['paragraph', 'seen']]
    ],
    [
      'elements never closed',
      '<p>one<p>two<div>three',
      [
        ['paragraph', 'one'],
        ['paragraph', 'two'],
        ['paragraph', 'three']
      ]
    ]
  ]
  test.each(cases)('%s', async (_, html, blocks) => {
    expect(blocksOf(await read(html))).toEqual(blocks)
  })

  test('an encoding that the page names', async () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
    const bytes = Buffer.from(
      `<html><head>${head}</head><body><p>caf\u00e9 \u0093quoted\u0094</p></body></html>`,
      'latin1'
    )
    expect((await read(bytes)).text).toBe('café “quoted”')
  })
})
