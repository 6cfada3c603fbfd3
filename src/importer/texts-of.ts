import { stemOf } from '../core/formats/file-name'
import type { SourceFile } from '../core/formats/format'
import { ok, type Result } from '../core/result'
import { chooseReader } from './documents/documents'
import { tableDocument } from './documents/table-document'
import { textDocument } from './documents/text-document'

/**
 * The files with a `.txt` in place of each document, for formats that look for their texts beside them: the text
 * as it would be imported, under the document's name. Fails as the reader of a document does.
 */
export async function textsOf(files: readonly SourceFile[]): Promise<Result<SourceFile[]>> {
  const texts: SourceFile[] = []
  for (const file of files) {
    const reader = chooseReader(file)
    const isText = reader === textDocument && /\.txt$/i.test(file.name)
    if (reader === undefined || reader === tableDocument || isText) {
      texts.push(file)
      continue
    }
    const read = await reader.read(file, {})
    if (!read.ok) return read
    if (read.value.kind === 'table') continue
    for (const { text } of read.value.articles)
      texts.push({ name: `${stemOf(file.name)}.txt`, bytes: new TextEncoder().encode(text) })
  }
  return ok(texts)
}
