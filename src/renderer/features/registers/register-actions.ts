import type { Edit } from '../../../core/history/change-set'
import type { Codebook } from '../../../core/project/codebook'
import { addActor, addCase, addIssue } from '../../../core/project/edits'
import type { Actor, Case, Issue } from '../../../core/project/entities'
import { deleteActor, deleteCase, deleteIssue } from '../../../core/project/registers/delete-entry'
import type { MentioningRows } from '../../../core/project/registers/follow-mentions'
import { mergeActors, mergeCases, mergeIssues } from '../../../core/project/registers/merge'
import { newActor, newCase, newIssue } from '../../../core/project/registers/new-entries'
import {
  nameOf,
  registerTables,
  type RegisterKind,
  type RegisterRows
} from '../../../core/project/registers/register-kind'
import { keysUnder } from '../../persistence/database'
import { loadAllAnnotations } from '../../persistence/load-annotations'
import type { Workspace } from '../../persistence/workspace'

export interface RegisterDependencies {
  workspace: Workspace
  codebook: Codebook
  newId(): string
  now(): string
  announce(message: string): void
  notify(message: string, action?: { label: string; run(): void }): void
  undo(): void
}

export type RegisterActions = ReturnType<typeof createRegisterActions>

/** What a person can do to the registers. Each action reads the newest rows when its turn comes. */
export function createRegisterActions(deps: RegisterDependencies) {
  const { workspace, codebook, now, notify } = deps
  const { database } = workspace
  const { projectId } = codebook
  let turn: Promise<unknown> = Promise.resolve()

  function enqueue(action: () => Promise<void>): void {
    turn = turn.then(action).catch((error: unknown) => {
      notify(error instanceof Error ? error.message : String(error))
    })
  }

  async function perform(edit: Edit): Promise<boolean> {
    const result = await workspace.perform(edit)
    if (!result.ok) notify(result.error.message)
    return result.ok
  }

  async function rowOf<K extends RegisterKind>(kind: K, id: string): Promise<RegisterRows[K] | undefined> {
    const row: unknown = await database.table(registerTables[kind]).get([projectId, id])
    return row as RegisterRows[K] | undefined
  }

  async function mentioningRows(): Promise<MentioningRows | null> {
    const annotations = await loadAllAnnotations(database, projectId)
    if (!annotations.ok) {
      notify(annotations.error.message)
      return null
    }
    const cases = await database.cases
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    const issues = await database.issues
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    return { codebook, annotations: annotations.value, cases, issues }
  }

  return {
    /** Answers the id of the new row at once. */
    create(kind: RegisterKind, name: string): string {
      const id = deps.newId()
      enqueue(async () => {
        if (await perform(creation(kind, id))) deps.announce(`“${name}” added`)
      })
      return id

      function creation(of: RegisterKind, newId: string): Edit {
        switch (of) {
          case 'actor':
            return addActor(newActor(newId, projectId, name))
          case 'issue':
            return addIssue(newIssue(newId, projectId, name))
          case 'case':
            return addCase(newCase(newId, projectId, name))
        }
      }
    },

    /** `edit` answers null when there is nothing to change. */
    edit<K extends RegisterKind>(kind: K, id: string, edit: (row: RegisterRows[K]) => Edit | null): void {
      enqueue(async () => {
        const row = await rowOf(kind, id)
        const made = row === undefined ? null : edit(row)
        if (made !== null) await perform(made)
      })
    },

    merge(kind: RegisterKind, keptId: string, mergedId: string): void {
      enqueue(async () => {
        const [kept, merged] = await Promise.all([rowOf(kind, keptId), rowOf(kind, mergedId)])
        const rows = await mentioningRows()
        if (kept === undefined || merged === undefined || rows === null) return
        if (!(await perform(mergeEdit(kind, kept, merged, rows, now())))) return
        notify(`“${nameOf(merged)}” merged into “${nameOf(kept)}”.`, { label: 'Undo', run: deps.undo })
      })
    },

    remove(kind: RegisterKind, id: string): void {
      enqueue(async () => {
        const row = await rowOf(kind, id)
        const rows = await mentioningRows()
        if (row === undefined || rows === null) return
        if (!(await perform(deletion(kind, row, rows, now())))) return
        notify(`“${nameOf(row)}” deleted.`, { label: 'Undo', run: deps.undo })
      })
    }
  }
}

type Row = Actor | Issue | Case

function mergeEdit(kind: RegisterKind, kept: Row, merged: Row, rows: MentioningRows, now: string): Edit {
  switch (kind) {
    case 'actor':
      return mergeActors({ ...rows, kept: kept as Actor, merged: merged as Actor, now })
    case 'issue':
      return mergeIssues({ ...rows, kept: kept as Issue, merged: merged as Issue, now })
    case 'case':
      return mergeCases({ ...rows, kept: kept as Case, merged: merged as Case, now })
  }
}

function deletion(kind: RegisterKind, row: Row, rows: MentioningRows, now: string): Edit {
  switch (kind) {
    case 'actor':
      return deleteActor(row as Actor, rows, now)
    case 'issue':
      return deleteIssue(row as Issue, rows, now)
    case 'case':
      return deleteCase(row as Case, rows, now)
  }
}
