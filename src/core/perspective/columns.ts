import { findLayer, type CodebookOption } from '../project/codebook'
import type { Issue } from '../project/entities'
import type { ActorId } from '../project/ids'
import type { Study } from '../project/study'
import { cardRows, type CardRow, type CardsInRows } from './card-rows'
import { perspectiveLayer, type Perspective } from './perspective'
import { sideOf, sides, sideSigns, type Side } from './sides'

export const columnsBys = ['stance', 'actors', 'role'] as const
export type ColumnsBy = (typeof columnsBys)[number]

export interface ColumnsOptions extends CardsInRows {
  readonly columnsBy: ColumnsBy
  /** The actors to compare, in the order wanted; null for those with the most perspectives. */
  readonly actors: readonly ActorId[] | null
}

export interface Column {
  /** Unlike that of any other column or row. */
  readonly key: string
  readonly name: string
  /** Null when the column is not one of the sides. */
  readonly side: Side | null
  /** Perspectives in it, each once. */
  readonly count: number
  /** Gathers what belongs to none of the others, so that nothing is hidden. */
  readonly isRest: boolean
  /** What an empty cell says. */
  readonly silence: string
}

export interface PerspectiveColumns {
  readonly columns: readonly Column[]
  readonly rows: readonly CardRow[]
  /** All perspectives, each once, also where it stands in several rows. */
  readonly count: number
}

/** More columns than this cannot be read side by side; two are the least there is to compare. */
export const mostColumns = 5
export const fewestActors = 2

/**
 * Perspectives side by side: every one of them stands in exactly one column, and in at least one row. Columns for
 * what is not set, or does not fit, are there only when something is in them.
 */
export function perspectiveColumns(
  study: Study,
  perspectives: readonly Perspective[],
  issue: Issue | null,
  options: ColumnsOptions
): PerspectiveColumns {
  const kinds = columnKinds(study, perspectives, options)
  const inColumn = new Map<string, Perspective[]>(kinds.map(({ key }) => [key, []]))
  for (const perspective of perspectives) inColumn.get(keyFor(kinds, perspective))?.push(perspective)
  const columns = kinds
    .filter(kind => kind.isAlways || (inColumn.get(kind.key)?.length ?? 0) > 0)
    .map(({ key, name, side, isRest, silence }): Column => {
      return { key, name, side, isRest, silence, count: inColumn.get(key)?.length ?? 0 }
    })
  const cells = columns.map(({ key }) => inColumn.get(key) ?? [])
  return { columns, rows: cardRows(study, perspectives, cells, issue, options), count: perspectives.length }
}

/** The actors with the most perspectives, as many as columns begin with. */
export function loudestActors(perspectives: readonly Perspective[], count = 3): readonly ActorId[] {
  return byFrequency(perspectives.flatMap(({ holder }) => (holder === null ? [] : [holder]))).slice(0, count)
}

/** The stances of a study's codebook, with those that are no longer offered. */
export function stancesOf({ codebook }: Study): readonly CodebookOption[] {
  return optionsOf(codebook, 'stance')
}

interface ColumnKind extends Omit<Column, 'count'> {
  /** Shown also when nothing is in it: its silence is worth seeing. */
  readonly isAlways: boolean
  has(perspective: Perspective): boolean
}

function keyFor(kinds: readonly ColumnKind[], perspective: Perspective): string {
  const found = kinds.find(kind => kind.has(perspective))
  if (found === undefined) throw new Error('The last column takes everything')
  return found.key
}

function columnKinds(
  study: Study,
  perspectives: readonly Perspective[],
  { columnsBy, actors }: ColumnsOptions
): readonly ColumnKind[] {
  switch (columnsBy) {
    case 'stance':
      return stanceKinds(study)
    case 'role':
      return roleKinds(study, perspectives)
    case 'actors':
      return actorKinds(study, actors ?? loudestActors(perspectives))
  }
}

const sideVoices: Readonly<Record<Side, string>> = {
  supports: 'supporting',
  mixed: 'mixed',
  unclear: 'neutral or unclear',
  opposes: 'opposing'
}

function stanceKinds(study: Study): readonly ColumnKind[] {
  const stances = stancesOf(study)
  const own = stances.filter(({ id }) => sideOf(id) === null)
  const isOffered = (side: Side) => stances.some(({ id, retired }) => retired !== true && sideOf(id) === side)
  return [
    ...sides.map(side => ({
      ...kind(`stance:${side}`, sideSigns[side].name, voiceSilence(sideVoices[side])),
      side,
      isAlways: isOffered(side),
      has: ({ stance }: Perspective) => sideOf(stance) === side
    })),
    ...own.map(({ id, name }) => ({
      ...kind(`stance-option:${id}`, name, voiceSilence(name.toLowerCase())),
      has: ({ stance }: Perspective) => stance === id
    })),
    // What the codebook no longer knows is as good as not set.
    last('stance:none', 'No stance yet')
  ]
}

function roleKinds({ codebook }: Study, perspectives: readonly Perspective[]): readonly ColumnKind[] {
  const options = optionsOf(codebook, 'role')
  const known = new Set(options.map(({ id }) => id))
  const frequent = byFrequency(
    perspectives.flatMap(({ role }) => (role !== null && known.has(role) ? [role] : []))
  )
  const own = frequent.length > mostColumns ? frequent.slice(0, mostColumns - 1) : frequent
  return [
    ...own.map(id => {
      const name = options.find(option => option.id === id)?.name ?? id
      return {
        ...kind(`role:${id}`, name, voiceSilence(name.toLowerCase())),
        isAlways: true,
        has: ({ role }: Perspective) => role === id
      }
    }),
    {
      ...kind('roles:rest', 'Other roles', 'Silent. No other voice is quoted.'),
      isRest: true,
      has: ({ role }) => role !== null && known.has(role)
    },
    last('role:none', 'No role yet')
  ]
}

function actorKinds(study: Study, chosen: readonly ActorId[]): readonly ColumnKind[] {
  const own = study.actors.filter(({ id }) => chosen.includes(id))
  const inOrder = chosen.flatMap(id => own.filter(actor => actor.id === id)).slice(0, mostColumns)
  return [
    ...inOrder.map(({ id, name }) => ({
      ...kind(`actor:${id}`, name, `Silent. ${name} is not quoted.`),
      isAlways: true,
      has: ({ holder }: Perspective) => holder === id
    })),
    {
      ...kind('actors:rest', 'Everyone else', 'Silent. Nobody else is quoted.'),
      isRest: true,
      has: ({ holder }) => holder !== null
    },
    last('actor:none', 'No holder yet')
  ]
}

function kind(key: string, name: string, silence: string): Omit<ColumnKind, 'has'> {
  return { key, name, silence, side: null, isRest: false, isAlways: false }
}

function last(key: string, name: string): ColumnKind {
  return { ...kind(key, name, 'None here.'), has: () => true }
}

function voiceSilence(voice: string): string {
  return `Silent. No ${voice} voice is quoted.`
}

function optionsOf(codebook: Study['codebook'], attribute: string): readonly CodebookOption[] {
  return findLayer(codebook, perspectiveLayer)?.attributes.find(({ id }) => id === attribute)?.options ?? []
}

/** Each once, the most frequent first; of those that are as frequent the one that comes first. */
function byFrequency<T>(items: readonly T[]): readonly T[] {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([item]) => item)
}
