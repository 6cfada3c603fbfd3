import { importArticle } from '../../core/anchoring/import-article'
import type { SourceFile } from '../../core/formats/format'
import type { ParsedArticle } from '../../core/importing/parsed-article'
import { ok, type Result } from '../../core/result'
import { oneArticle, type DocumentReader } from './document-reader'

/** Plain text and Markdown: a text file keeps its own offsets. */
export const textDocument: DocumentReader = {
  id: 'text',
  name: 'text file',
  extensions: ['.txt', '.md', '.markdown'],
  read: file => oneArticle(readText(file))
}

function readText(file: SourceFile): Result<ParsedArticle> {
  const read = importArticle({ fileName: file.name, bytes: file.bytes })
  if (!read.ok) return read
  const unsaid = { byline: '', outlet: '', url: '', publishedAt: '', language: '' }
  return ok({ ...read.value, ...unsaid, issues: [] })
}
