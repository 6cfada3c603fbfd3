/** For paper first: one column, no colour that carries meaning alone, nothing broken across pages. */
export const guidelineStyles = `
:root { color-scheme: light }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.5rem; color: #1b2024; background: #fff;
  font: 15px/1.5 Georgia, 'Times New Roman', serif }
h1 { font-size: 30px; line-height: 1.2; margin: 0 }
h2 { font-size: 22px; margin: 2.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid #c6cac6 }
h3 { font-size: 16px; margin: 1.75rem 0 0 }
p { margin: .35rem 0 }
header p, .facts, .parts, cite, nav { font: 13px/1.5 system-ui, sans-serif; color: #454c52 }
nav ol { padding-left: 1.2rem }
a { color: inherit }
kbd { font: 500 11px/1 system-ui, sans-serif; padding: 2px 5px; border: 1px solid #858b8c; border-radius: 3px;
  vertical-align: 2px }
.mark { border-bottom: 3px solid #1b2024; padding: 0 2px }
.mark.solid { border-bottom-style: solid; border-bottom-width: 2px }
.mark.dotted { border-bottom-style: dotted }
.mark.double { border-bottom-style: double }
.mark.dashed { border-bottom-style: dashed; border-bottom-width: 2px }
table { border-collapse: collapse; width: 100%; margin-top: .5rem }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-top: 1px solid #dbdeda }
thead th { font: 500 12px/1.5 system-ui, sans-serif; color: #5f666b; border-top: 0 }
tbody th { width: 11rem; font-weight: 600 }
.examples { margin: .25rem 0; padding-left: 1.1rem; font-size: 14px; color: #2c3338 }
td > p:first-child { margin-top: 0 }
cite { font-style: normal; font-size: 12px; color: #5f666b }
@media print { body { margin: 0; max-width: none; font-size: 11pt } h2, h3 { break-after: avoid }
  tr, li { break-inside: avoid } nav { display: none } }
`
