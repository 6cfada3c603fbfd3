/** A line of text on a page, in points from the lower left corner of 612 × 792. */
export interface PdfText {
  x: number
  y: number
  size?: number
  text: string
}

/** A PDF of these pages, in Helvetica (ISO 32000-1): enough of one to have a text layer. */
export function makePdf(pages: readonly (readonly PdfText[])[], info = ''): Uint8Array {
  const objects: string[] = []
  const add = (content: string) => objects.push(content)
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  pages.forEach((lines, at) => {
    const stream = lines
      .map(
        ({ x, y, size = 10, text }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
      )
      .join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`
    )
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  })
  add(`<< ${info} >>`)
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((content, at) => {
    const offset = pdf.length
    pdf += `${at + 1} 0 obj\n${content}\nendobj\n`
    return offset
  })
  const xref = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  pdf += offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}
