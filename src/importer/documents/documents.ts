import type { SourceFile } from '../../core/formats/format'
import { fail, type Failure } from '../../core/result'
import type { DocumentReader } from './document-reader'
import { docxDocument } from './docx-document'
import { epubDocument } from './epub-document'
import { htmlDocument } from './html-document'
import { odtDocument } from './odt-document'
import { pdfDocument } from './pdf-document'
import { refusedDocument } from './refused-document'
import { rtfDocument } from './rtf-document'
import { tableDocument } from './table-document'
import { textDocument } from './text-document'

/** Every kind of file that holds articles. Sorting, dialogs and tests go through this list. */
export const documentReaders: readonly DocumentReader[] = [
  textDocument,
  htmlDocument,
  docxDocument,
  odtDocument,
  epubDocument,
  rtfDocument,
  pdfDocument,
  tableDocument,
  refusedDocument
]

/** The reader of a file: the one that is sure of its bytes, whatever the file is called, else by extension. */
export function chooseReader(file: SourceFile): DocumentReader | undefined {
  const name = file.name.toLowerCase()
  // What is called JSON is no document, whatever it holds: the dataset's reader says what is wrong with it.
  if (name.endsWith('.json')) return undefined
  return (
    documentReaders.find(reader => reader.isSure?.(file.bytes) === true) ??
    documentReaders.find(reader => reader.extensions.some(extension => name.endsWith(extension)))
  )
}

/** The refusal of a file that no reader takes. */
export function unsupportedFile(file: SourceFile): { ok: false; error: Failure } {
  const extension = /\.[^./]+$/.exec(file.name)?.[0].toLowerCase()
  const what = extension === undefined ? 'files without an extension' : `${extension} files`
  const known = documentReaders
    .flatMap(reader => (reader === refusedDocument ? [] : reader.extensions))
    .join(', ')
  return fail(
    'unsupported-file',
    `Counterpoint cannot read ${what} as articles. It reads ${known}.`,
    file.name
  )
}
