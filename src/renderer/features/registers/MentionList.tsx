import { useState } from 'react'
import { shorten } from '../../../core/annotation/describe'
import { quoteOf } from '../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import type { Annotation, Article } from '../../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import { Button } from '../../ui/Button'
import { LayerMark } from '../../ui/LayerMark'
import { countOf } from './register-entries'

interface MentionListProps {
  mentions: readonly Annotation[]
  codebook: Codebook
  articles: readonly Article[]
  /** Words for where else it is named, such as in charges. */
  elsewhere?: string
  onReveal(place: { articleId: ArticleId; annotationId: AnnotationId }): void
}

const shownAtOnce = 100

/** Every annotation that names a row, by article and place; each leads to its passage. */
export function MentionList({ mentions, codebook, articles, elsewhere, onReveal }: MentionListProps) {
  const [most, setMost] = useState(shownAtOnce)
  const places = new Map(articles.map((article, i) => [article.id, { title: article.title, i }]))
  const start = (row: Annotation) => row.spans.find(span => span.role === 'content')?.startUtf16 ?? 0
  const place = (row: Annotation) => places.get(row.articleId)?.i ?? 0
  const sorted = [...mentions].sort((a, b) => place(a) - place(b) || start(a) - start(b))
  return (
    <section className="mention-list" aria-label="Mentioned in">
      <h3>
        Mentioned in <span>{countOf(mentions.length)}</span>
        {elsewhere !== undefined && <span>{elsewhere}</span>}
      </h3>
      {mentions.length === 0 && <p className="register-none">No annotation names it yet.</p>}
      <ul>
        {sorted.slice(0, most).map(annotation => {
          const layer = findLayer(codebook, annotation.layer)
          return (
            <li key={annotation.id}>
              <button
                type="button"
                onClick={() => onReveal({ articleId: annotation.articleId, annotationId: annotation.id })}
              >
                {layer !== undefined && (
                  <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
                )}
                <span>
                  <span className="visually-hidden">{layer?.name ?? annotation.layer}: </span>
                  <q>{shorten(quoteOf(annotation), 160)}</q>
                  <em>{places.get(annotation.articleId)?.title}</em>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {sorted.length > most && (
        <Button look="quiet" onClick={() => setMost(most + shownAtOnce)}>
          Show {Math.min(shownAtOnce, sorted.length - most)} more of {sorted.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  )
}
