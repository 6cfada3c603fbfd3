import { useMemo } from 'react'
import type { Bridge } from '../../../contract/ipc'
import { importArticle } from '../../../core/anchoring/import-article'
import type { OpenText } from '../../../core/annotation/open-text'
import type { TextRange } from '../../../core/annotation/spans'
import type { Codebook } from '../../../core/project/codebook'
import type { ArticleId } from '../../../core/project/ids'
import type { CommandHandlers } from '../../commands/command-registry'
import { useCommands } from '../../commands/use-commands'
import type { Workspace } from '../../persistence/workspace'
import { notify } from '../../ui/Toast'
import { inWords, type Comparison } from './compare-draft'
import { CorrectDialog } from './CorrectDialog'
import { placeOrphan } from './place-orphan'
import { RevisionDialog } from './RevisionDialog'
import { useRevisions, type Draft } from './revisions-store'
import { saveCorrection } from './save-correction'
import { usePlacements } from './use-placements'

export interface CorrectionsProps {
  bridge: Bridge
  workspace: Workspace
  codebook: Codebook
  /** The article on screen; null when there is none. */
  openText: OpenText | null
  newId(): string
  now(): string
  undo(): void
  /** Shows a stretch (UTF-16 units) of a revision as soon as it is on screen. */
  onShow(place: { articleId: ArticleId; range: TextRange; revision: number }): void
}

/** Correcting the text on screen: its commands and dialogs, in whatever else is shown. */
export function Corrections(props: CorrectionsProps) {
  const { workspace, codebook, openText, newId, now, undo, onShow } = props
  const draft = useRevisions(state => state.draft)
  const reading = useRevisions(state => state.reading)
  usePlacements(workspace, openText?.article ?? null)
  useCorrectionCommands(props)

  const save = async (wanted: Draft, comparison: Comparison) => {
    const saved = await saveCorrection(wanted, comparison, { workspace, newId, now })
    if (!saved.ok) return saved.error.message
    useRevisions.setState({ draft: null })
    const { counts, revision } = saved.value
    const what = comparison.carried.length === 0 ? '' : `: ${inWords(counts, stayed(counts.exact))}`
    notify(`${wanted.source === null ? 'Text corrected' : 'Text replaced'}${what}.`, {
      label: 'Undo',
      run: undo
    })
    const first = comparison.parts.find(part => part.kind !== 'equal')
    if (first === undefined) return undefined
    const range = { startUtf16: first.startAfter, endUtf16: first.startAfter }
    onShow({ articleId: wanted.article.id, range, revision })
    return undefined
  }
  return (
    <>
      {draft !== null && (
        <CorrectDialog draft={draft} workspace={workspace} codebook={codebook} onSave={save} />
      )}
      {reading !== null && openText !== null && (
        <RevisionDialog
          workspace={workspace}
          article={openText.article}
          {...reading}
          codebook={codebook}
          onClose={() => useRevisions.setState({ reading: null })}
        />
      )}
    </>
  )
}

function stayed(count: number): string {
  return count === 1 ? 'annotation kept' : 'annotations kept'
}

function useCorrectionCommands(props: CorrectionsProps): void {
  const { bridge, workspace, openText, now } = props
  const hasOrphans = useRevisions(state => state.orphans.length > 0)
  const handlers = useMemo<CommandHandlers>(() => {
    const begin = (text: string, source: Draft['source']) => {
      if (openText === null) return
      const { article, revision } = openText
      useRevisions.setState({ draft: { article, revision, text, source } })
    }
    return {
      'text.correct': {
        enabled: openText !== null,
        run: () => begin(openText?.revision.text ?? '', null)
      },
      'text.replace': {
        enabled: openText !== null,
        run: () => void chooseText(bridge, begin)
      },
      'annotate.place-orphan': {
        enabled: openText !== null && hasOrphans,
        run: () => void placeOrphan({ workspace, openText, now })
      }
    }
  }, [bridge, workspace, openText, hasOrphans, now])
  useCommands(handlers)
}

async function chooseText(
  bridge: Bridge,
  begin: (text: string, source: Draft['source']) => void
): Promise<void> {
  const answer = await bridge.request('files:open', 'articles')
  if (!answer.ok) return notify(answer.error.message)
  const { files, failures } = answer.value
  const [file] = files
  if (file === undefined) return failures[0] === undefined ? undefined : notify(failures[0].message)
  if (files.length > 1) return notify('One text can replace another. Choose one file.')
  const read = importArticle({ fileName: file.name, bytes: file.bytes })
  if (!read.ok) return notify(read.error.message)
  begin(read.value.text, { fileName: file.name, bytes: file.bytes })
}
