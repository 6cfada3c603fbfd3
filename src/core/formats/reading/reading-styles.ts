/** Of a report in one page: it is read on paper, too. */
export const readingStyles = `body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 Georgia, serif; color: #1c2022; background: #fcfcfb; }
h1, h2, h3, dl { font-family: system-ui, sans-serif; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #c9cdd0; }
h3 { margin: 0; font-size: 0.8rem; color: #4c5459; }
section { margin: 1.25rem 0; padding-top: 0.75rem; border-top: 1px solid #e3e5e6; break-inside: avoid; }
blockquote { margin: 0.25rem 0 0.5rem; padding-left: 0.75rem; border-left: 3px solid #8a9298; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 0.75rem; margin: 0; font-size: 0.85rem; }
dt { color: #4c5459; }
dd { margin: 0; }
.memo { white-space: pre-wrap; font-style: italic; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e8e9; background: #1c2022; }
  h3, dt { color: #aab1b6; }
  section { border-color: #343a3e; }
}
`
