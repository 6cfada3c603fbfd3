import { useMemo } from 'react'
import { quoteOf } from '../../../core/annotation/spans'
import type { Annotation } from '../../../core/project/entities'
import { LayerMark } from '../../ui/LayerMark'
import { countInWords } from './backup-words'
import { annotationPairs, type ComparedArticle, type ComparedProjects, type Pair } from './compare-projects'
import { ComparisonTable } from './ComparisonTable'
import { DifferenceLines } from './DifferenceLines'
import type { ProjectSide } from './project-side'
import { annotationDifferences, rowDifferences, spellAttributes } from './spell-differences'

interface ComparedArticleViewProps {
  compared: ComparedProjects
  article: ComparedArticle
  beforeTitle: string
  isOnlyDifferences: boolean
}

/** One article then and now: its details, its text, and its annotations beside each other. */
export function ComparedArticleView(props: ComparedArticleViewProps) {
  const { compared, article, beforeTitle, isOnlyDifferences } = props
  const pairs = useMemo(() => annotationPairs(compared, article.id), [compared, article.id])
  const shown = isOnlyDifferences ? pairs.filter(pair => pair.status !== 'same') : pairs
  const { before, now } = article
  return (
    <section className="compared-article" aria-labelledby="compared-article-title" tabIndex={0}>
      <h3 id="compared-article-title">{article.title}</h3>
      <p className="compared-text">{describeText(compared, article)}</p>
      {before !== null && now !== null && article.status === 'changed' && (
        <DifferenceLines differences={rowDifferences(before, now, compared)} />
      )}
      {shown.length === 0 ? (
        <p className="backups-none">
          {pairs.length === 0
            ? 'No annotations, then or now.'
            : `No annotation differs; ${countInWords(pairs.length, 'annotation')} are the same.`}
        </p>
      ) : (
        <ComparisonTable<Annotation>
          label={`Annotations of ${article.title}`}
          beforeTitle={beforeTitle}
          pairs={shown}
          cell={(pair, side) => <AnnotationCell pair={pair} side={side} compared={compared} />}
        />
      )}
    </section>
  )
}

interface AnnotationCellProps {
  pair: Pair<Annotation>
  side: 'before' | 'now'
  compared: ComparedProjects
}

function AnnotationCell({ pair, side, compared }: AnnotationCellProps) {
  const annotation = pair[side]
  if (annotation === null) return null
  const isAlone = pair.status === 'added' || pair.status === 'removed'
  return (
    <>
      <p className="compared-layer">
        <LayerName annotation={annotation} side={compared[side]} />
      </p>
      <blockquote>{quoteOf(annotation)}</blockquote>
      {isAlone && (
        <ul className="difference-lines">
          {spellAttributes(annotation, compared[side]).map(({ name, value }) => (
            <li key={name}>
              <span>{name}:</span> <b>{value}</b>
            </li>
          ))}
        </ul>
      )}
      {side === 'now' && pair.before !== null && pair.status === 'changed' && (
        <DifferenceLines differences={annotationDifferences(pair.before, annotation, compared)} />
      )}
    </>
  )
}

function LayerName({ annotation, side }: { annotation: Annotation; side: ProjectSide }) {
  const layer = side.layer(annotation.layer)
  if (layer === undefined) return annotation.layer
  return (
    <>
      <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} /> {layer.name}
    </>
  )
}

function describeText(compared: ComparedProjects, { before, now, isTextEqual }: ComparedArticle): string {
  if (before === null) return 'This article is not in the backup.'
  if (now === null) return 'This article is no longer in the project.'
  if (isTextEqual === true) return `The text is the same, ${countInWords(now.wordCount, 'word')}.`
  const words = `${countInWords(before.wordCount, 'word')} then, ${countInWords(now.wordCount, 'word')} now`
  const isMissing = compared.before.revision(before) === undefined || compared.now.revision(now) === undefined
  return isMissing ? 'The text is missing on one side.' : `The text differs: ${words}.`
}
