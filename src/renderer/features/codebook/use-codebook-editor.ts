import { useCallback, useMemo, useState } from 'react'
import { adoptCodebook } from '../../../core/codebook/adopt-codebook'
import { diffCodebooks } from '../../../core/codebook/diff-codebooks'
import { openDraft, type Edited } from '../../../core/codebook/draft'
import { migrateAnnotations } from '../../../core/codebook/migration'
import { findPlace, type Place } from '../../../core/codebook/place'
import { countMigrated, saveDraft } from '../../../core/codebook/save-draft'
import { countUsage } from '../../../core/codebook/usage'
import type { Codebook, CodebookContent } from '../../../core/project/codebook'
import type { ProjectId } from '../../../core/project/ids'
import { fail, ok, type Result } from '../../../core/result'
import { loadAllAnnotations } from '../../persistence/load-annotations'
import type { Workspace } from '../../persistence/workspace'
import { followPlace } from './follow-place'
import type { FormContext } from './form-context'
import { useTakenKeys } from './taken-keys'
import { useCodebookDraft } from './use-codebook-draft'
import { useProjectAnnotations } from './use-project-annotations'

interface EditorDependencies {
  workspace: Workspace
  projectId: ProjectId
  codebook: Codebook
  now(): string
  announce(message: string): void
  notify(message: string): void
}

/** The draft on screen, what is selected in it, and the ways to save it or to begin it from elsewhere. */
export function useCodebookEditor(deps: EditorDependencies) {
  const { workspace, projectId, codebook, now, announce, notify } = deps
  const editing = useCodebookDraft(codebook)
  const { draft, isChanged, edit, reset } = editing
  const stored = useProjectAnnotations(workspace, projectId)
  const [wanted, setSelected] = useState<Place>({ layer: codebook.layers[0]?.id ?? '' })
  const [notes, setNotes] = useState<readonly string[]>([])
  const selected =
    findPlace(draft.content, wanted) === undefined ? followPlace(draft.base, draft.content, wanted) : wanted
  const annotations = useMemo(
    () => (stored === null ? [] : migrateAnnotations(stored, draft.steps)),
    [stored, draft.steps]
  )
  const usage = useMemo(
    () => (stored === null ? null : countUsage(draft.content, annotations)),
    [stored, draft.content, annotations]
  )
  const differences = useMemo(
    () => (isChanged ? diffCodebooks(draft.base, draft.content, draft.steps) : []),
    [isChanged, draft]
  )
  const migrated = useMemo(() => (stored === null ? 0 : countMigrated(draft, stored)), [stored, draft])

  const taken = useTakenKeys()
  const take = useCallback(
    (edited: Edited) => {
      if (edited.ok) setSelected(followPlace(draft.content, edited.value.content, selected))
      return edit(edited)
    },
    [draft, selected, edit]
  )
  const context = useMemo<FormContext>(
    () => ({
      draft,
      annotations,
      usage,
      taken,
      edit: take,
      act: (edited, said) => {
        const refused = take(edited)
        if (refused === null) announce(said)
        else notify(refused)
      }
    }),
    [draft, annotations, usage, taken, take, announce, notify]
  )

  const adopt = useCallback(
    async (content: CodebookContent): Promise<Result<null>> => {
      const all = await loadAllAnnotations(workspace.database, projectId)
      if (!all.ok) return all
      const adopted = adoptCodebook(codebook, content, all.value)
      edit(ok(adopted.draft))
      setNotes(adopted.notes)
      return ok(null)
    },
    [workspace, projectId, codebook, edit]
  )
  const discard = useCallback(() => {
    reset(codebook)
    setNotes([])
  }, [reset, codebook])
  const save = useCallback(async (): Promise<Result<number>> => {
    const all = await loadAllAnnotations(workspace.database, projectId)
    if (!all.ok) return all
    const decided = saveDraft(draft, codebook, all.value, now())
    if (!decided.ok) return decided
    const done = await workspace.perform(decided.value)
    if (!done.ok)
      return done.error.code === 'message-too-large'
        ? fail('too-many', `${decided.value.changes.length - 1} annotations follow, too many for one step.`)
        : done
    const saved = decided.value.changes[0]?.after
    if (saved === null || saved === undefined || !('layers' in saved))
      return fail('not-saved', 'The version was not saved.')
    reset(openDraft(saved).base)
    setNotes([])
    return ok(saved.version)
  }, [workspace, projectId, codebook, draft, now, reset])
  const rename = (title: string): Edited =>
    title.trim() === ''
      ? fail('empty-name', 'A codebook needs a title.')
      : ok({ ...draft, content: { ...draft.content, title: title.trim() } })
  /** Takes an edit over and selects what stands at the end afterwards: what it added. */
  const add = (edited: Edited, inLayer?: string) => {
    const refused = edit(edited)
    if (refused !== null) return notify(refused)
    if (!edited.ok) return
    const { layers } = edited.value.content
    const layer = inLayer === undefined ? layers.at(-1) : layers.find(row => row.id === inLayer)
    const attribute = inLayer === undefined ? undefined : layer?.attributes.at(-1)
    if (layer === undefined) return
    setSelected(attribute === undefined ? { layer: layer.id } : { layer: layer.id, attribute: attribute.id })
  }
  return {
    ...{ editing, context, selected, select: setSelected, differences, migrated, notes },
    ...{ adopt, discard, save, rename, add }
  }
}
