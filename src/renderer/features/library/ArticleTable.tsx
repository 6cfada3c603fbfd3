import {
  Fragment,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent
} from 'react'
import { describeEdtf, parseEdtf } from '../../../core/chronology/edtf'
import { shownLayers, type Codebook } from '../../../core/project/codebook'
import type { Article, ArticleStatus } from '../../../core/project/entities'
import type { ArticleId, LayerId } from '../../../core/project/ids'
import { lineColour } from '../../ui/layer-colour'
import { Menu, MenuList, type MenuItem } from '../../ui/Menu'
import { useVisibleRows } from '../../ui/use-visible-rows'
import { changedAt, type LayerCounts, type LibraryFacts } from './library-rows'
import './article-table.css'

interface ArticleTableProps extends LibraryFacts {
  articles: readonly Article[]
  codebook: Codebook
  onOpen(id: ArticleId): void
  onEdit(article: Article): void
  onSetStatus(article: Article, status: ArticleStatus): void
  onDelete(article: Article): void
}

const statusNames: Readonly<Record<ArticleStatus, string>> = {
  new: 'New',
  'in-progress': 'In progress',
  done: 'Done'
}
const statusShares: Readonly<Record<ArticleStatus, string>> = {
  new: '0%',
  'in-progress': '50%',
  done: '100%'
}
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** Pixels: a row has room for a title of two lines with its byline, and for every line of counts. */
const leastRowHeight = 62
const countLineHeight = 14

/**
 * The articles of the project: arrows move, Enter opens, the context menu does the rest. Only the rows near the
 * window are in the document, and the selected one, so that thousands do not weigh.
 */
export function ArticleTable(props: ArticleTableProps) {
  const { articles, counts, changes, codebook, onOpen } = props
  const scroll = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const [selected, setSelected] = useState<ArticleId | null>(null)
  const [menu, setMenu] = useState<{ article: Article; at: { x: number; y: number } } | null>(null)
  const rowHeight = useMemo(() => rowHeightOf(articles, counts, codebook), [articles, counts, codebook])
  const visible = useVisibleRows(scroll, articles.length, rowHeight)
  const selectedIndex = Math.max(
    0,
    articles.findIndex(article => article.id === selected)
  )
  const isKeyMoving = useRef(false)
  // Where the keys went is known once the rows are there.
  useLayoutEffect(() => {
    if (!isKeyMoving.current) return
    isKeyMoving.current = false
    body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
    visible.show(selectedIndex)
  })
  const moveTo = (index: number) => {
    const id = articles[Math.max(0, Math.min(articles.length - 1, index))]?.id ?? null
    isKeyMoving.current = id !== selected
    setSelected(id)
  }
  const onKeyDown = (event: KeyboardEvent, article: Article, i: number) => {
    const page = Math.max(1, visible.perPage - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: i + 1,
      ArrowUp: i - 1,
      PageDown: i + page,
      PageUp: i - page,
      Home: 0,
      End: articles.length - 1
    }
    const step = steps[event.key]
    if (step !== undefined) moveTo(step)
    // On a button inside the row Enter and Delete are the button's.
    else if (event.target !== event.currentTarget) return
    else if (event.key === 'Enter') onOpen(article.id)
    else if (event.key === 'Delete') props.onDelete(article)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = event.currentTarget.getBoundingClientRect()
      setMenu({ article, at: { x: box.left + 40, y: box.top + 30 } })
    } else return
    event.preventDefault()
  }
  const onContextMenu = (event: MouseEvent, article: Article) => {
    event.preventDefault()
    setSelected(article.id)
    setMenu({ article, at: { x: event.clientX, y: event.clientY } })
  }
  return (
    <div ref={scroll} className="library-scroll">
      <table
        className="article-table"
        aria-label="Articles"
        aria-rowcount={articles.length + 1}
        style={{ '--row-height': `${rowHeight}px` } as CSSProperties}
      >
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Outlet</th>
            <th scope="col">Published</th>
            <th scope="col" className="number">
              Words
            </th>
            <th scope="col">Progress</th>
            <th scope="col">Annotations</th>
            <th scope="col" className="number">
              Changed
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {drawn(visible.first, visible.end, selectedIndex).map((i, at, all) => {
            const article = articles[i]
            if (article === undefined) return null
            return (
              <Fragment key={article.id}>
                <Gap height={(i - (all[at - 1] ?? -1) - 1) * rowHeight} />
                <tr
                  tabIndex={i === selectedIndex ? 0 : -1}
                  aria-rowindex={i + 2}
                  data-selected={selected === article.id}
                  onFocus={() => setSelected(article.id)}
                  onKeyDown={event => onKeyDown(event, article, i)}
                  onDoubleClick={() => onOpen(article.id)}
                  onContextMenu={event => onContextMenu(event, article)}
                >
                  <th scope="row">
                    <button type="button" tabIndex={-1} onClick={() => onOpen(article.id)}>
                      {article.title}
                    </button>
                    <span>{article.byline}</span>
                  </th>
                  <td>{article.outlet}</td>
                  <td>{published(article)}</td>
                  <td className="number">{article.wordCount.toLocaleString('en')}</td>
                  <td>
                    <Progress article={article} onSetStatus={props.onSetStatus} />
                  </td>
                  <td>
                    <Counts counts={counts.get(article.id)} codebook={codebook} />
                  </td>
                  <td className="number">{day.format(new Date(changedAt(article, changes)))}</td>
                </tr>
              </Fragment>
            )
          })}
          <Gap height={(articles.length - Math.max(visible.end, selectedIndex + 1)) * rowHeight} />
        </tbody>
      </table>
      {menu !== null && (
        <MenuList
          label={`Actions for ${menu.article.title}`}
          items={menuItems(menu.article, props)}
          at={menu.at}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  )
}

/** The places of the rows in the document: those near the window, and the selected one, which may hold the focus. */
function drawn(first: number, end: number, selected: number): number[] {
  const near = Array.from({ length: end - first }, (_, i) => first + i)
  if (selected < first) return [selected, ...near]
  return selected < end ? near : [...near, selected]
}

/** Stands for rows that are not in the document. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="row-gap">
      <td colSpan={7} style={{ height }} />
    </tr>
  )
}

/** All rows are as high as the one with most lines of counts needs. */
function rowHeightOf(articles: readonly Article[], counts: LayerCounts, codebook: Codebook): number {
  const lines = articles.map(({ id }) => shownLayers(codebook, counts.get(id) ?? noCounts).length)
  return Math.max(
    leastRowHeight,
    countLineHeight * lines.reduce((most, count) => Math.max(most, count), 0) + 4
  )
}

const noCounts: ReadonlyMap<LayerId, number> = new Map()

/** How far the article is, and a menu to say otherwise. */
function Progress({ article, onSetStatus }: { article: Article } & Pick<ArticleTableProps, 'onSetStatus'>) {
  const items = statusItems(article, onSetStatus)
  return (
    <Menu label={`Progress of ${article.title}`} items={items}>
      {open => (
        <button type="button" className="progress-button" tabIndex={-1} aria-haspopup="menu" onClick={open}>
          <span className="progress-track" aria-hidden="true">
            <i style={{ width: statusShares[article.status] }} />
          </span>
          {statusNames[article.status]}
        </button>
      )}
    </Menu>
  )
}

function statusItems(article: Article, onSetStatus: ArticleTableProps['onSetStatus']): MenuItem[] {
  const others = (Object.keys(statusNames) as ArticleStatus[]).filter(status => status !== article.status)
  return others.map(status => ({
    id: status,
    label: `Mark as ${statusNames[status].toLowerCase()}`,
    run: () => onSetStatus(article, status)
  }))
}

function menuItems(article: Article, props: ArticleTableProps): MenuItem[] {
  return [
    { id: 'open', label: 'Open', run: () => props.onOpen(article.id) },
    { id: 'edit', label: 'Edit details…', run: () => props.onEdit(article) },
    ...statusItems(article, props.onSetStatus),
    { id: 'delete', label: 'Delete…', run: () => props.onDelete(article) }
  ]
}

function published(article: Article): string {
  const date = parseEdtf(article.publishedAt)
  return date.ok ? describeEdtf(date.value) : article.publishedAt
}

/** Pixels a line of counts grows by with each annotation, up to its full length. */
const pixelsPerAnnotation = 2
const longestLine = 90

function Counts({
  counts,
  codebook
}: {
  counts: ReadonlyMap<string, number> | undefined
  codebook: Codebook
}) {
  if (counts === undefined || counts.size === 0) return <span className="quiet">Not started</span>
  return (
    <ul className="count-lines">
      {shownLayers(codebook, counts).map(layer => {
        const count = counts.get(layer.id) ?? 0
        const width = Math.min(longestLine, 4 + count * pixelsPerAnnotation)
        return (
          <li key={layer.id}>
            <i
              aria-hidden="true"
              data-line={layer.lineStyle}
              style={{ width, borderTopStyle: layer.lineStyle, borderTopColor: lineColour(layer.colour) }}
            />
            <span className="visually-hidden">{layer.pluralName}: </span>
            {count}
          </li>
        )
      })}
    </ul>
  )
}
