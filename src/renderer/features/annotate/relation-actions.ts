import {
  addRelation,
  relationKind,
  removeRelation,
  retypeRelation,
  reverseRelation,
  type RelationType
} from '../../../core/annotation/relations'
import type { Edit } from '../../../core/history/change-set'
import type { Relation } from '../../../core/project/entities'
import type { AnnotationId, RelationId } from '../../../core/project/ids'
import type { Result } from '../../../core/result'
import { loadRelationsOf } from '../../persistence/load-relations'
import type { Workspace } from '../../persistence/workspace'

interface RelationDependencies {
  workspace: Workspace
  newId(): string
  announce(message: string): void
  notify(message: string, action?: { label: string; run(): void }): void
  undo(): void
}

export type RelationActions = ReturnType<typeof createRelationActions>

/** What a person can do to relations. Each action reads the newest rows first. */
export function createRelationActions(deps: RelationDependencies) {
  const { workspace, newId, announce, notify } = deps

  async function perform(edit: Result<Edit>, said: string): Promise<void> {
    const result = edit.ok ? await workspace.perform(edit.value) : edit
    if (result.ok) announce(said)
    else notify(result.error.message)
  }

  async function existing(...ends: AnnotationId[]): Promise<Relation[]> {
    const active = workspace.project()
    return active === null ? [] : loadRelationsOf(workspace.database, active.projectId, ...ends)
  }

  return {
    async add(type: RelationType, from: AnnotationId, to: AnnotationId): Promise<void> {
      const active = workspace.project()
      if (active === null) return
      const { projectId, annotatorId } = active
      const relation = { id: newId() as RelationId, projectId, type, from, to, annotatorId }
      await perform(addRelation(relation, await existing(from)), `Relation added, ${relationKind(type).verb}`)
    },

    async retype(relation: Relation, type: RelationType): Promise<void> {
      const edit = retypeRelation(relation, type, await existing(relation.from))
      await perform(edit, `Relation, ${relationKind(type).verb}`)
    },

    async reverse(relation: Relation): Promise<void> {
      await perform(reverseRelation(relation, await existing(relation.from)), 'Relation reversed')
    },

    async remove(relation: Relation): Promise<void> {
      const result = await workspace.perform(removeRelation(relation))
      if (!result.ok) return notify(result.error.message)
      notify('Relation removed.', { label: 'Undo', run: deps.undo })
    }
  }
}
