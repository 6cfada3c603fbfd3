import { importArticle } from '../../../../src/core/anchoring/import-article'
import { countWords } from '../../../../src/core/anchoring/words'
import { sha256Hex, sha256OfText } from '../../../../src/core/project/sha256'
import type { IncomingArticle } from '../../../../src/renderer/features/library/read-import'

export interface TestFile {
  name: string
  bytes: Uint8Array
}

export const fileOf = (name: string, text: string): TestFile => ({
  name,
  bytes: new TextEncoder().encode(text)
})

/** Articles as the importers' process answers them, of files that can be read. */
export function incomingOf(files: readonly TestFile[]): IncomingArticle[] {
  return files.map(({ name, bytes }, file) => {
    const read = importArticle({ fileName: name, bytes })
    if (!read.ok) throw new Error(read.error.message)
    const unsaid = { byline: '', outlet: '', url: '', publishedAt: '', language: '', issues: [] }
    return {
      file,
      fileName: name,
      read: {
        article: { ...read.value, ...unsaid },
        originalSha256: sha256Hex(bytes),
        textSha256: sha256OfText(read.value.text),
        wordCount: countWords(read.value.text)
      }
    }
  })
}
