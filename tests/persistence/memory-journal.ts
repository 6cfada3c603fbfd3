import type { JournalHead } from '../../src/contract/storage'
import type { ChangeSet } from '../../src/core/history/change-set'
import type { ProjectId } from '../../src/core/project/ids'
import { sha256Hex, sha256OfText } from '../../src/core/project/sha256'
import { fail, ok } from '../../src/core/result'
import type { Journal } from '../../src/renderer/persistence/journal'

interface KeptProject {
  head: JournalHead
  /** By the change set's id. */
  lines: Map<string, { head: JournalHead; changeSet: ChangeSet }>
  files: Map<string, Uint8Array>
}

/** Journals as the main process keeps them, without a disk, for tests that ask nothing of the disk. */
export interface MemoryJournal extends Journal {
  /** What would be read from a project's journal; nothing of what is still coming in. */
  changeSets(projectId: ProjectId): ChangeSet[]
  files(projectId: ProjectId): Uint8Array[]
  /** Ids under which something has come in that is no project yet. */
  incoming(): ProjectId[]
}

export function memoryJournal(): MemoryJournal {
  const projects = new Map<ProjectId, KeptProject>()
  const incoming = new Map<ProjectId, KeptProject>()

  const projectOrIncoming = (projectId: ProjectId): KeptProject => {
    const known = projects.get(projectId) ?? incoming.get(projectId)
    if (known !== undefined) return known
    // The first line is the file's header, which no change set stands in.
    const head = { sequence: 1, hash: sha256OfText(projectId) }
    const made: KeptProject = { head, lines: new Map(), files: new Map() }
    incoming.set(projectId, made)
    return made
  }

  return {
    append(changeSet) {
      const project = projectOrIncoming(changeSet.projectId)
      const known = project.lines.get(changeSet.id)
      if (known !== undefined) return Promise.resolve(ok(known.head))
      // As on its way to another process, and as in a line of JSON: nothing of it is shared with the sender.
      const copy = JSON.parse(JSON.stringify(changeSet)) as ChangeSet
      const { sequence, hash } = project.head
      const head = { sequence: sequence + 1, hash: sha256OfText(`${hash} ${JSON.stringify(copy)}`) }
      project.head = head
      project.lines.set(changeSet.id, { head, changeSet: copy })
      return Promise.resolve(ok(head))
    },
    finish(projectId) {
      const made = incoming.get(projectId)
      if (made === undefined) {
        const isThere = projects.has(projectId)
        return Promise.resolve(isThere ? ok(null) : fail('no-such-project', 'Nothing came in under this id.'))
      }
      projects.set(projectId, made)
      incoming.delete(projectId)
      return Promise.resolve(ok(null))
    },
    discard(projectId) {
      incoming.delete(projectId)
      return Promise.resolve(ok(null))
    },
    keepFile(projectId, bytes) {
      const sha256 = sha256Hex(bytes)
      projectOrIncoming(projectId).files.set(sha256, bytes.slice())
      return Promise.resolve(ok(sha256))
    },
    changeSets: projectId => [...(projects.get(projectId)?.lines.values() ?? [])].map(line => line.changeSet),
    files: projectId => [...(projects.get(projectId)?.files.values() ?? [])],
    incoming: () => [...incoming.keys()]
  }
}
