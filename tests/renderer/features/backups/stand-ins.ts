import { vi } from 'vitest'
import type { Bridge, EventName, Events, RequestName, Responses } from '../../../../src/contract/ipc'
import { countRows, emptyProjectState, type ProjectState } from '../../../../src/core/history/project-state'
import type { Rows, TableName } from '../../../../src/core/history/change-set'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import type { Actor, Annotation, Article, Revision } from '../../../../src/core/project/entities'
import type { ProjectId } from '../../../../src/core/project/ids'
import { fail, type Result } from '../../../../src/core/result'
import type { ReadableBackup } from '../../../../src/renderer/features/backups/backup-words'
import { libraryArticle } from '../library/library-article'

export const projectId = 'p' as ProjectId
const at = '2026-11-01T00:00:00.000Z'

type Answers = {
  [N in RequestName]?: (...args: unknown[]) => Result<Responses[N]> | Promise<Result<Responses[N]>>
}

/** A bridge that answers what it is told to, notes what it was asked, and can tell of progress. */
export function bridgeWith(answers: Answers) {
  const listeners = new Set<(event: Events['project:progress']) => void>()
  const asked = vi.fn<(name: RequestName, ...args: unknown[]) => void>()
  const bridge = {
    request: async (name: RequestName, ...args: unknown[]) => {
      asked(name, ...args)
      return (await answers[name]?.(...args)) ?? fail('no-answer', `Nobody answers ${name}`)
    },
    on: (name: EventName, listener: (event: Events['project:progress']) => void) => {
      if (name === 'project:progress') listeners.add(listener)
      return () => listeners.delete(listener)
    }
  } as unknown as Bridge
  return {
    bridge,
    asked,
    listeners,
    tell: (event: Events['project:progress']) => listeners.forEach(listener => listener(event))
  }
}

export function readable(name: string, facts: Partial<ReadableBackup> = {}): ReadableBackup {
  const counts = { ...countRows(emptyProjectState()), articles: 6, annotations: 1258 }
  return {
    status: 'readable',
    name,
    takenAt: new Date(2026, 10, 22, 18, 40).toISOString(),
    sequence: 1,
    bytes: 1_234_567,
    counts,
    title: 'Tradepost study',
    ...facts
  }
}

/** A project state of these rows, with the built-in codebook. */
export function stateWith(rows: { [T in TableName]?: Rows[T][] }): ProjectState {
  const state = emptyProjectState()
  const codebook = { ...builtInCodebook, projectId }
  const all: { [T in TableName]?: Rows[T][] } = { codebooks: [codebook], ...rows }
  for (const [table, list] of Object.entries(all))
    for (const row of list) (state.rows[table as TableName] as Map<string, unknown>).set(row.id, row)
  return state
}

export const article = (title: string, facts: Partial<Article> = {}): Article => libraryArticle(title, facts)

export function revision(of: string, text: string): Revision {
  return {
    id: `revision of ${of}`,
    projectId,
    articleId: of,
    number: 1,
    text,
    textSha256: text.padEnd(64, '0'),
    blocks: [],
    createdAt: at
  } as unknown as Revision
}

export function annotation(
  id: string,
  of: string,
  facts: Partial<Record<keyof Annotation, unknown>> = {}
): Annotation {
  return {
    id,
    projectId,
    articleId: of,
    revision: 1,
    layer: 'perspective',
    spans: [{ role: 'content', startUtf16: 0, endUtf16: 5, quote: `Words of ${id}` }],
    attributes: {},
    memo: '',
    confidence: null,
    annotatorId: 'haas',
    origin: 'manual',
    createdAt: at,
    updatedAt: at,
    ...facts
  } as unknown as Annotation
}

export function actor(id: string, name: string): Actor {
  return { id, projectId, name, kind: 'person', aliases: [], role: '', affiliation: '' } as unknown as Actor
}
