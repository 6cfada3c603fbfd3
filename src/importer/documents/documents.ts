import type { DocumentReader } from './document-reader'
import { textDocument } from './text-document'

/** Every kind of file that holds articles. Sorting, dialogs and tests go through this list. */
export const documentReaders: readonly DocumentReader[] = [textDocument]
