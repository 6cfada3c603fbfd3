import { Check, PanelLeftClose } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import { shorten } from '../../../core/annotation/describe'
import type { Codebook } from '../../../core/project/codebook'
import type { Article, Revision } from '../../../core/project/entities'
import type { ArticleId } from '../../../core/project/ids'
import { CommandKeyCaps } from '../../commands/CommandKeys'
import { IconButton } from '../../ui/IconButton'
import { lineColour } from '../../ui/layer-colour'
import './article-list.css'

interface ArticleListProps {
  articles: readonly Article[]
  current: ArticleId
  outline: readonly OutlineEntry[]
  onOpen(id: ArticleId): void
  onHide(): void
  onGoTo(offsetUtf16: number): void
}

/** The left pane: the project's articles and the outline of the open one. */
export function ArticleList({ articles, current, outline, onOpen, onHide, onGoTo }: ArticleListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = articles[articles.findIndex(article => article.id === current) + by]
    if (next !== undefined) onOpen(next.id)
  }
  return (
    <div className="article-list" data-pane="articles">
      <div className="pane-head">
        <h2>Articles</h2>
        <span>{articles.length}</span>
        <span className="grow" />
        <IconButton label="Hide article list" icon={PanelLeftClose} onClick={onHide} />
      </div>
      <ul
        className="article-options"
        role="listbox"
        aria-label="Articles"
        tabIndex={0}
        aria-activedescendant={`article-${current}`}
        onKeyDown={onKeyDown}
      >
        {articles.map(article => (
          <li
            key={article.id}
            id={`article-${article.id}`}
            role="option"
            aria-selected={article.id === current}
            onClick={() => onOpen(article.id)}
          >
            <b>{article.title}</b>
            <span>
              {article.outlet === '' ? `${article.wordCount.toLocaleString('en')} words` : article.outlet}
              <Status status={article.status} />
            </span>
          </li>
        ))}
      </ul>
      {outline.length > 1 && <Outline entries={outline} onGoTo={onGoTo} />}
      <p className="key-hints" aria-hidden="true">
        <span>
          <CommandKeyCaps command="annotate.next" />
          <CommandKeyCaps command="annotate.previous" /> annotations
        </span>
        <span>
          <CommandKeyCaps command="annotate.previous-paragraph" />
          <CommandKeyCaps command="annotate.next-paragraph" /> paragraphs
        </span>
        <span>
          <CommandKeyCaps command="help.keys" /> all keys
        </span>
      </p>
    </div>
  )
}

function Status({ status }: { status: Article['status'] }) {
  if (status === 'done') return <Check size={12} aria-label="Done" />
  return <em>{status === 'new' ? 'New' : 'In progress'}</em>
}

export interface OutlineEntry {
  title: string
  offsetUtf16: number
  /** One colour per annotation of the section, in text order, cut where the line is full. */
  ticks: string[]
}

const mostTicks = 16

/** The article's sections by their headings, each with marks for the annotations in it. */
export function outlineOf(revision: Revision, index: AnnotationIndex, codebook: Codebook): OutlineEntry[] {
  const colours = new Map(codebook.layers.map(layer => [layer.id, lineColour(layer.colour)]))
  const starts = revision.blocks.flatMap((block, i) =>
    block.type === 'heading' ? [{ block: i, isHeading: true }] : []
  )
  if (starts[0]?.block !== 0) starts.unshift({ block: 0, isHeading: false })
  return starts.flatMap(({ block, isHeading }, i) => {
    const first = revision.blocks[block]
    if (first === undefined) return []
    const last = (starts[i + 1]?.block ?? revision.blocks.length) - 1
    const inside = firstInBlocks(index, block, last)
    return [
      {
        title: isHeading ? shorten(revision.text.slice(first.startUtf16, first.endUtf16), 60) : 'Opening',
        offsetUtf16: first.startUtf16,
        ticks: inside.map(annotation => colours.get(annotation.layer) ?? 'currentColor')
      }
    ]
  })
}

/** Asks for a few blocks and then for more: a section without headings can hold the whole article. */
function firstInBlocks(index: AnnotationIndex, first: number, last: number) {
  for (let count = 8; ; count *= 2) {
    const inside = index.inBlocks(first, Math.min(last, first + count))
    if (inside.length >= mostTicks || first + count >= last) return inside.slice(0, mostTicks)
  }
}

function Outline({ entries, onGoTo }: { entries: readonly OutlineEntry[]; onGoTo(offset: number): void }) {
  return (
    <>
      <div className="pane-head">
        <h2>Outline</h2>
      </div>
      <ol className="outline" aria-label="Outline">
        {entries.map(entry => (
          <li key={entry.offsetUtf16}>
            <button type="button" onClick={() => onGoTo(entry.offsetUtf16)}>
              {entry.title}
              <span className="outline-ticks" aria-hidden="true">
                {entry.ticks.map((colour, i) => (
                  <i key={i} style={{ background: colour }} />
                ))}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
