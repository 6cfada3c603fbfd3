import type { RelationType } from '../annotation/relations'
import type { Annotation } from '../project/entities'
import type { AnnotationId, RelationId } from '../project/ids'
import { placeInStory } from '../project/place-in-story'
import type { Study, StudyArticle } from '../project/study'

/** A relation of a perspective as its card tells it. */
export interface CardLink {
  readonly relation: RelationId
  readonly type: RelationType
  /** It says this of the other passage; otherwise the other says it of this one. */
  readonly isOutgoing: boolean
  readonly other: AnnotationId
  /** Null when the other passage lies outside the articles that are looked at. */
  readonly otherLayer: string | null
  /** "answers ¶2", "disputes claim in ¶4", "answered in ¶5 of “Title”" */
  readonly words: string
}

/** How cards tell these relations, from either end. Others are of events and say nothing between views. */
const tellings: Readonly<Partial<Record<RelationType, readonly [outgoing: string, incoming: string]>>> = {
  'responds-to': ['answers', 'answered in'],
  supports: ['supports', 'supported in'],
  disputes: ['disputes', 'disputed in'],
  rephrases: ['rephrases', 'rephrased in'],
  'evidence-for': ['is evidence for', 'rests on']
}

interface End {
  readonly of: StudyArticle
  readonly annotation: Annotation
}

const remembered = new WeakMap<Study, ReadonlyMap<string, readonly CardLink[]>>()
const none: readonly CardLink[] = []

/** The relations of a perspective with what is said elsewhere: first those it says itself, then those said of it. */
export function cardLinks(study: Study, id: AnnotationId): readonly CardLink[] {
  let links = remembered.get(study)
  if (links === undefined) remembered.set(study, (links = allLinks(study)))
  return links.get(id) ?? none
}

function allLinks(study: Study): ReadonlyMap<string, readonly CardLink[]> {
  const relations = study.relations.filter(({ type }) => tellings[type] !== undefined)
  const ends = findEnds(study, new Set(relations.flatMap(({ from, to }) => [from, to])))
  const links = new Map<string, CardLink[]>()
  const add = (one: AnnotationId, link: CardLink) => {
    const known = links.get(one)
    if (known === undefined) links.set(one, [link])
    else known.push(link)
  }
  for (const isOutgoing of [true, false])
    for (const { id, type, from, to } of relations) {
      const [own, other] = isOutgoing ? [from, to] : [to, from]
      const end = ends.get(other)
      const words = wordsFor(type, isOutgoing, ends.get(own), end)
      const otherLayer = end?.annotation.layer ?? null
      add(own, { relation: id, type, isOutgoing, other, otherLayer, words })
    }
  return links
}

function findEnds(study: Study, wanted: ReadonlySet<AnnotationId>): ReadonlyMap<string, End> {
  const ends = new Map<string, End>()
  if (wanted.size === 0) return ends
  for (const of of study.articles)
    for (const annotation of of.annotations)
      if (wanted.has(annotation.id)) ends.set(annotation.id, { of, annotation })
  return ends
}

function wordsFor(
  type: RelationType,
  isOutgoing: boolean,
  own: End | undefined,
  other: End | undefined
): string {
  const verb = tellings[type]?.[isOutgoing ? 0 : 1] ?? type
  if (other === undefined) return `${verb} ${isOutgoing ? 'a passage' : 'passages'} outside these articles`
  const { paragraph } = placeInStory(other.of, other.annotation)
  const isClaim = other.annotation.layer === 'claim'
  const where = isClaim ? `claim in ¶${paragraph}` : `¶${paragraph}`
  const words = isClaim && !isOutgoing ? `${verb.replace(/ in$/u, ' by')} ${where}` : `${verb} ${where}`
  return own?.of === other.of ? words : `${words} of “${other.of.article.title}”`
}
