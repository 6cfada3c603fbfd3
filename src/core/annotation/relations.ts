import type { Edit, RowChange } from '../history/change-set'
import type { Annotation, Relation, relationTypes } from '../project/entities'
import type { AnnotationId, AnnotatorId, ProjectId, RelationId } from '../project/ids'
import { fail, ok, type Result } from '../result'

export type RelationType = (typeof relationTypes)[number]

export interface RelationKind {
  type: RelationType
  /** Read from the first to the second: "supports". */
  verb: string
  /** Read from the second to the first: "is supported by". */
  inverse: string
  /** One line that tells when to choose it. */
  definition: string
  /** Both directions say the same. */
  isSymmetric: boolean
  /** Pairs of layers, from and to, between which it makes sense first of all. */
  between: readonly (readonly [from: string, to: string])[]
}

const said = ['claim', 'perspective'] as const
const anythingSaid = said.flatMap(from => said.map(to => [from, to] as const))
const events = [['legal-event', 'legal-event']] as const

/** The kinds of relations, in the order in which they are offered. */
export const relationKinds: readonly RelationKind[] = [
  {
    type: 'supports',
    verb: 'supports',
    inverse: 'is supported by',
    definition: 'Says the same thing is so, or gives a reason for it.',
    isSymmetric: false,
    between: anythingSaid
  },
  {
    type: 'disputes',
    verb: 'disputes',
    inverse: 'is disputed by',
    definition: 'Says it is not so, or that it does not follow.',
    isSymmetric: false,
    between: anythingSaid
  },
  {
    type: 'rephrases',
    verb: 'rephrases',
    inverse: 'is rephrased by',
    definition: 'Says the same again in other words.',
    isSymmetric: false,
    between: [
      ['claim', 'claim'],
      ['perspective', 'perspective']
    ]
  },
  {
    type: 'responds-to',
    verb: 'responds to',
    inverse: 'is answered by',
    definition: 'Was said in answer to it, whether for or against.',
    isSymmetric: false,
    between: anythingSaid
  },
  {
    type: 'evidence-for',
    verb: 'is evidence for',
    inverse: 'rests on',
    definition: 'Is offered as proof: a figure, a document, a ruling.',
    isSymmetric: false,
    between: [
      ['claim', 'claim'],
      ['claim', 'perspective'],
      ['legal-event', 'claim'],
      ['legal-event', 'perspective']
    ]
  },
  {
    type: 'same-event',
    verb: 'is the same event as',
    inverse: 'is the same event as',
    definition: 'Both passages tell of one and the same event.',
    isSymmetric: true,
    between: events
  },
  {
    type: 'precedes',
    verb: 'precedes',
    inverse: 'follows',
    definition: 'Came before it in the course of things.',
    isSymmetric: false,
    between: events
  },
  {
    type: 'amends',
    verb: 'amends',
    inverse: 'is amended by',
    definition: 'Changes a part of it and leaves the rest in force.',
    isSymmetric: false,
    between: events
  },
  {
    type: 'supersedes',
    verb: 'supersedes',
    inverse: 'is superseded by',
    definition: 'Takes its place entirely.',
    isSymmetric: false,
    between: events
  },
  {
    type: 'appeals',
    verb: 'appeals',
    inverse: 'is appealed by',
    definition: 'Asks a higher court to review it.',
    isSymmetric: false,
    between: events
  },
  {
    type: 'disposes-of',
    verb: 'disposes of',
    inverse: 'is disposed of by',
    definition: 'Ends it: a verdict, a plea, a dismissal.',
    isSymmetric: false,
    between: events
  }
]

export function relationKind(type: RelationType): RelationKind {
  const found = relationKinds.find(kind => kind.type === type)
  if (found === undefined) throw new Error(`No such relation: ${type}`)
  return found
}

/** Every kind, those that make sense from the one layer to the other first; `suited` says how many these are. */
export function offeredKinds(
  fromLayer: string,
  toLayer: string
): { kinds: readonly RelationKind[]; suited: number } {
  const fits = (kind: RelationKind) =>
    kind.between.some(
      ([from, to]) =>
        (from === fromLayer && to === toLayer) || (kind.isSymmetric && from === toLayer && to === fromLayer)
    )
  const suited = relationKinds.filter(fits)
  return { kinds: [...suited, ...relationKinds.filter(kind => !fits(kind))], suited: suited.length }
}

export interface NewRelation {
  id: RelationId
  projectId: ProjectId
  type: RelationType
  from: AnnotationId
  to: AnnotationId
  annotatorId: AnnotatorId
}

/** Relates two annotations. Refused: `self-relation`, and `same-relation` when `existing` says it already. */
export function addRelation(relation: NewRelation, existing: readonly Relation[]): Result<Edit> {
  const refused = refusal(relation, existing)
  if (refused !== null) return refused
  return ok({
    label: 'Add relation',
    changes: [{ table: 'relations', id: relation.id, before: null, after: relation }]
  })
}

export function removeRelation(relation: Relation): Edit {
  return {
    label: 'Remove relation',
    changes: [{ table: 'relations', id: relation.id, before: relation, after: null }]
  }
}

/** Gives a relation another type. Refused with `same-relation` when there is one of that type already. */
export function retypeRelation(
  relation: Relation,
  type: RelationType,
  existing: readonly Relation[]
): Result<Edit> {
  return replace('Change relation', relation, { ...relation, type }, existing)
}

/** Turns a relation around. Refused with `symmetric-relation` where that changes nothing, and `same-relation`. */
export function reverseRelation(relation: Relation, existing: readonly Relation[]): Result<Edit> {
  const kind = relationKind(relation.type)
  if (kind.isSymmetric) return fail('symmetric-relation', `“${kind.verb}” reads the same both ways.`)
  return replace(
    'Reverse relation',
    relation,
    { ...relation, from: relation.to, to: relation.from },
    existing
  )
}

/** How a relation reads from one of its ends: the verb, and the annotation at the other end. */
export function readFrom(relation: Relation, end: AnnotationId): { verb: string; other: AnnotationId } {
  const { verb, inverse } = relationKind(relation.type)
  return relation.from === end ? { verb, other: relation.to } : { verb: inverse, other: relation.from }
}

/** The relations that begin or end at this annotation. */
export function relationsOf(relations: readonly Relation[], { id }: Pick<Annotation, 'id'>): Relation[] {
  return relations.filter(relation => relation.from === id || relation.to === id)
}

function replace(
  label: string,
  before: Relation,
  after: Relation,
  existing: readonly Relation[]
): Result<Edit> {
  const refused = refusal(after, existing)
  if (refused !== null) return refused
  const change: RowChange = { table: 'relations', id: before.id, before, after }
  return ok({ label, changes: [change] })
}

function refusal(relation: Relation, existing: readonly Relation[]): ReturnType<typeof fail> | null {
  if (relation.from === relation.to)
    return fail('self-relation', 'An annotation cannot be related to itself.')
  const { isSymmetric, verb } = relationKind(relation.type)
  const says = (other: Relation) =>
    other.id !== relation.id &&
    other.type === relation.type &&
    ((other.from === relation.from && other.to === relation.to) ||
      (isSymmetric && other.from === relation.to && other.to === relation.from))
  return existing.some(says) ? fail('same-relation', `That it ${verb} the other is there already.`) : null
}
