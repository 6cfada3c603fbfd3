/** For paper and screen alike: ink on white, one column, nothing broken across pages that belongs together. */
export const reportStyles = `
:root { color-scheme: light }
body { max-width: 62rem; margin: 2.5rem auto; padding: 0 1.5rem; color: #1b2024; background: #fff;
  font: 15px/1.5 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif }
h1 { font-size: 30px; line-height: 1.2; margin: 0 }
h2 { font-size: 22px; line-height: 1.3; margin: 2.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid #c6cac6 }
h3 { font: 600 14px/1.5 'Inter Variable', Inter, system-ui, sans-serif; margin: 1.5rem 0 .35rem }
p { margin: .35rem 0; overflow-wrap: anywhere }
header p, nav, .subtitle, .facts, cite, table, figcaption, .method { font: 13px/1.5 'Inter Variable', Inter, system-ui, sans-serif }
header p, .subtitle, cite, figcaption { color: #565d62 }
nav ol { padding-left: 1.2rem }
a { color: inherit }
figure { margin: 1rem 0 }
figure > svg { display: block; width: 100%; height: auto }
table { border-collapse: collapse; max-width: 100%; margin: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-top: 1px solid #dbdeda;
  overflow-wrap: break-word }
thead th { color: #565d62; font-weight: 500; border-top: 0 }
tbody th { font-weight: 500 }
.number { text-align: right; font-variant-numeric: tabular-nums }
.quotations { padding-left: 1.6rem }
.quotations li { margin: .5rem 0 }
.quotations blockquote { margin: 0 }
.quotations b { font: 600 13px/1.5 'Inter Variable', Inter, system-ui, sans-serif }
cite { font-style: normal }
code { font-size: 11px; overflow-wrap: anywhere }
.definitions { position: absolute; width: 0; height: 0 }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt }
  section { break-before: page } h2 { margin-top: 0; border: 0; padding: 0 } h2, h3 { break-after: avoid }
  tr, li, figure { break-inside: avoid } .tall { break-inside: auto } thead { display: table-header-group }
  table { font-size: 8pt } }
`
