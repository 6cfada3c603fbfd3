import { startOfText } from '../exchange/start-of-text'
import type { Format } from '../format'
import { mapColumns } from './csv-columns'
import { readCsvTables } from './read-csv-tables'
import { writeCsvTables } from './write-csv-tables'

/** Tables after RFC 4180, in UTF-8 with a byte order mark for spreadsheets. */
export const csvFormat: Format = {
  id: 'csv',
  name: 'CSV tables',
  description:
    'One row for each annotation, and tables of articles, relations and registers. For spreadsheets and statistics.',
  extensions: ['.csv'],
  offsetUnit: 'code-point',
  losses: [
    'earlier-revisions',
    'blocks',
    'pages',
    'article-state',
    'codebook',
    'relations-between-articles',
    'placements',
    'article-times'
  ],
  canWithholdText: true,
  readsTextsBeside: true,
  notes: [
    'Cells that a spreadsheet would run as a formula begin with an apostrophe, which is taken away on reading.',
    'A column for each attribute bears its layer in front: `perspective.stance`. Several values of one attribute are a list in JSON; the pieces of an interrupted passage stand in `spans`.',
    'Tables from elsewhere need columns for the label and for start and end; other common names of these columns are known.'
  ],
  recognises: files =>
    files.some(file => {
      if (!/\.(?:csv|tsv)$/i.test(file.name)) return false
      const head =
        startOfText(file)
          .replace(/^\uFEFF/, '')
          .split(/\r?\n/, 1)[0] ?? ''
      const { layer, start, end, spans } = mapColumns(
        head.split(/[,;\t]/).map(cell => cell.replaceAll('"', '').trim())
      )
      return layer !== undefined && ((start !== undefined && end !== undefined) || spans !== undefined)
    }),
  read: readCsvTables,
  write: writeCsvTables
}
