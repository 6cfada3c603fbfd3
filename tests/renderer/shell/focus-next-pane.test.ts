// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { focusNextPane } from '../../../src/renderer/shell/focus-next-pane'

afterEach(() => document.body.replaceChildren())

test('panes are walked in reading order; an article gives the keyboard to its text, not to its tools', () => {
  document.body.innerHTML = `
    <footer data-pane="status"><button id="retry">Try again</button></footer>
    <main data-pane="reader">
      <button id="toggle">Article list</button>
      <div id="text" aria-label="Article text" tabindex="0"></div>
    </main>
    <nav data-pane="views"><button disabled>Library</button><button id="annotate">Annotate</button></nav>
    <aside data-pane="inspector"></aside>`
  const walked = Array.from({ length: 4 }, () => {
    focusNextPane()
    return document.activeElement?.id
  })
  expect(walked).toEqual(['annotate', 'text', 'retry', 'annotate'])
})
