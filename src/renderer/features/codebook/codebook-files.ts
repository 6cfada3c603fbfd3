import type { Bridge } from '../../../contract/ipc'
import { guidelineHtml } from '../../../core/codebook/guideline'
import { pickExamples } from '../../../core/codebook/pick-examples'
import { readCodebookFile, writeCodebookFile } from '../../../core/formats/codebook/codebook-file'
import { fileNameFor } from '../../../core/formats/file-name'
import type { OutgoingText, WriteContext } from '../../../core/formats/format'
import type { Codebook, CodebookContent } from '../../../core/project/codebook'
import type { Annotation, Article } from '../../../core/project/entities'
import { fail, ok, type Result } from '../../../core/result'
import { saveText } from '../../persistence/save-file'

/** Asks where to, and writes the codebook there. Answers the path, or null when it was cancelled. */
export function exportCodebook(
  bridge: Bridge,
  codebook: Codebook,
  context: WriteContext
): Promise<Result<string | null>> {
  return saveFile(bridge, writeCodebookFile(codebook, context), 'Codebook')
}

export interface GuidelineSources {
  codebook: Codebook
  projectTitle: string
  annotations: readonly Annotation[]
  articles: readonly Article[]
  /** ISO 8601 instant. */
  now: string
}

/** Asks where to, and writes the guideline there. Answers the path, or null when it was cancelled. */
export function exportGuideline(bridge: Bridge, sources: GuidelineSources): Promise<Result<string | null>> {
  const { codebook, projectTitle, annotations, articles, now } = sources
  const titles = new Map<string, string>(articles.map(article => [article.id, article.title]))
  const chunks = guidelineHtml(codebook, {
    projectTitle,
    date: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(now)),
    examples: pickExamples(codebook, annotations),
    // Where all quotes are from one article, its name beside each says nothing.
    articleTitle: id => (titles.size > 1 ? titles.get(id) : undefined)
  })
  return saveFile(
    bridge,
    { name: `${fileNameFor(codebook.title, 'codebook')}-guideline.html`, chunks },
    'Guideline'
  )
}

/** Asks for a codebook file and reads it; null when it was cancelled. */
export async function chooseCodebook(bridge: Bridge): Promise<Result<CodebookContent | null>> {
  const answer = await bridge.request('files:open', 'codebook')
  if (!answer.ok) return answer
  const { files, failures } = answer.value
  if (files[0] !== undefined) return readCodebookFile(files[0])
  if (failures[0] !== undefined) return fail('not-read', failures[0].message, failures[0].name)
  return ok(null)
}

async function saveFile(
  bridge: Bridge,
  file: OutgoingText,
  formatName: string
): Promise<Result<string | null>> {
  const signal = new AbortController().signal
  const saved = await saveText(bridge, { ...file, formatName }, { signal, onProgress: () => undefined })
  return saved.ok ? ok(saved.value?.path ?? null) : saved
}
