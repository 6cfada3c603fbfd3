import { extent } from '../annotation/spans'
import type { Annotation, Block, PageStart, Revision } from './entities'
import type { Study, StudyArticle } from './study'

/** Where in the story a passage stands. */
export interface PlaceInStory {
  readonly of: StudyArticle
  /** Where the first piece begins, in UTF-16 units of the article's text. */
  readonly startUtf16: number
  /** From 1; headings are not counted and belong to the paragraph after them. */
  readonly paragraph: number
}

/** The place of an annotation that belongs to this article's current text. */
export function placeInStory(of: StudyArticle, annotation: Annotation): PlaceInStory {
  const { startUtf16 } = extent(annotation)
  return { of, startUtf16, paragraph: paragraphAt(of.revision.blocks, startUtf16) }
}

/** The number of the paragraph around a UTF-16 offset, from 1; of a heading, that of the paragraph it leads. */
export function paragraphAt(blocks: readonly Block[], offsetUtf16: number): number {
  const numbers = paragraphNumbers(blocks)
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.startUtf16 ?? 0) <= offsetUtf16) low = middle
    else high = middle - 1
  }
  return numbers[low] ?? 1
}

/** The label of the page that a UTF-16 offset lies on; undefined when the original had no pages. */
export function pageAt(pages: readonly PageStart[] | undefined, offsetUtf16: number): string | undefined {
  return pages?.findLast(page => page.startUtf16 <= offsetUtf16)?.label
}

/** Page, when the original had pages, and paragraph: `p. 3, ¶6`. */
export function citePlace(
  { revision }: { readonly revision: Pick<Revision, 'blocks' | 'pages'> },
  annotation: Annotation
): string {
  const { startUtf16 } = extent(annotation)
  const page = pageAt(revision.pages, startUtf16)
  const paragraph = `¶${paragraphAt(revision.blocks, startUtf16)}`
  return page === undefined ? paragraph : `p. ${page}, ${paragraph}`
}

const remembered = new WeakMap<readonly Block[], readonly number[]>()

function paragraphNumbers(blocks: readonly Block[]): readonly number[] {
  const known = remembered.get(blocks)
  if (known !== undefined) return known
  let count = 0
  const numbers = blocks.map(({ type }) => (type === 'heading' ? count + 1 : ++count))
  remembered.set(blocks, numbers)
  return numbers
}

/** Derives something of every article of a study, once for as long as the article does not change. */
export function eachArticle<T>(derive: (of: StudyArticle) => readonly T[]): (study: Study) => readonly T[] {
  const perArticle = new WeakMap<StudyArticle, readonly T[]>()
  const perStudy = new WeakMap<Study, readonly T[]>()
  const ofArticle = (of: StudyArticle) => {
    let known = perArticle.get(of)
    if (known === undefined) perArticle.set(of, (known = derive(of)))
    return known
  }
  return study => {
    let known = perStudy.get(study)
    if (known === undefined) perStudy.set(study, (known = study.articles.flatMap(ofArticle)))
    return known
  }
}
