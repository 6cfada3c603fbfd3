import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type MouseEvent } from 'react'
import type { CardLink } from '../../../../core/perspective/card-links'
import { cardOf } from '../../../../core/perspective/card-moves'
import type { Card } from '../../../../core/perspective/card-order'
import type { RowsBy } from '../../../../core/perspective/card-rows'
import {
  perspectiveColumns,
  stancesOf,
  type ColumnsBy,
  type PerspectiveColumns
} from '../../../../core/perspective/columns'
import { columnsFigure } from '../../../../core/perspective/columns-figure'
import { filterInWords } from '../../../../core/perspective/counts-in-words'
import { perspectivesOf, type Perspective } from '../../../../core/perspective/perspective'
import { sideOf, type Side } from '../../../../core/perspective/sides'
import type { CodebookOption } from '../../../../core/project/codebook'
import type { Study } from '../../../../core/project/study'
import type { AnnotationId } from '../../../../core/project/ids'
import type { ArrangementProps } from '../arrangement-props'
import { usePerspectivesStore } from '../perspectives-store'
import { useOfferedFigures } from '../use-offered-figures'
import { changeStance, copyQuotation, toggleCompared } from './card-actions'
import { CardMenu } from './CardMenu'
import { CardRow } from './CardRow'
import { Nearness, NearnessContext } from './cards-near'
import { CardTray } from './CardTray'
import { ColumnHeads } from './ColumnHeads'
import { ColumnsTools } from './ColumnsTools'
import { ContextPeek } from './ContextPeek'
import { LinkLines } from './LinkLines'
import type { CardSurroundings } from './PerspectiveCard'
import { useActiveCard } from './use-active-card'
import { findCard, useCardKeys } from './use-card-keys'
import { useFolding } from './use-folding'
import './columns.css'

const tableNames: Readonly<Record<ColumnsBy, string>> = {
  stance: 'Perspectives by stance',
  actors: 'Perspectives by actor',
  role: 'Perspectives by role'
}
const rowsTitles: Readonly<Record<RowsBy, string>> = {
  'sub-issue': 'Issue',
  frame: 'Frame',
  article: 'Article',
  story: ''
}

function rowsTitleFor(rowsBy: RowsBy, isOfOneIssue: boolean): string {
  return rowsBy === 'sub-issue' && isOfOneIssue ? 'Sub-issue' : rowsTitles[rowsBy]
}

/** Perspectives as cards in columns, verbatim; answer beside answer where rows align them. */
export function ColumnsArrangement(props: ArrangementProps) {
  const { study, perspectives, issue, ofAll, returnedTo, onReveal } = props
  const {
    columnsBy,
    rowsBy,
    sort,
    grouping,
    chosenActors: actors,
    pinned,
    filter,
    set
  } = usePerspectivesStore()
  const columns = useMemo(
    () => perspectiveColumns(study, perspectives, issue, { columnsBy, rowsBy, sort, grouping, actors }),
    [study, perspectives, issue, columnsBy, rowsBy, sort, grouping, actors]
  )
  useOfferedFigures(
    props.offerFigures,
    'columns',
    useCallback(
      () => [
        columnsFigure(study, perspectives, columns, {
          issue,
          columnsBy,
          rowsBy,
          ofAll,
          filter: filterInWords(study, filter)
        })
      ],
      [study, perspectives, columns, issue, columnsBy, rowsBy, ofAll, filter]
    )
  )
  const { isFolded, toggle } = useFolding(columns, columnsBy)
  const table = useRef<HTMLDivElement>(null)
  const active = useActiveCard(table, columns, isFolded, returnedTo)
  const [opened, toggleContext] = useOpened()
  const [menu, setMenu] = useState<{ card: Card; x: number; y: number } | null>(null)
  const nearness = useNearness()
  const { focus } = active
  const follow = useCallback(
    ({ other }: CardLink) => {
      const card = cardOf(columns, other, isFolded)
      if (card === null) onReveal(other)
      else focus(card.key)
    },
    [columns, isFolded, onReveal, focus]
  )
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const surroundings = useMemo<CardSurroundings>(
    () => ({
      study,
      areSidesMixed: columnsBy !== 'stance',
      stances: keyedStances(study),
      hasFocus: active.hasFocus,
      pinned,
      opened,
      onOpen: card => latest.current.onReveal(card.perspective.annotation.id),
      onCompare: card => toggleCompared(latest.current, card),
      onStance: (card, option) => changeStance(latest.current, card, option),
      onFollow: follow
    }),
    [study, columnsBy, active.hasFocus, pinned, opened, follow]
  )
  const onKeyDown = useCardKeys({
    columns,
    isFolded,
    active,
    surroundings,
    areSingleKeysOn: props.areSingleKeysOn,
    onToggleContext: card => toggleContext(card.key)
  })
  const openMenu = (event: MouseEvent) => {
    const { target } = event
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset['card'] : undefined
    const card = key === undefined ? null : findCard(columns, key)
    if (card === null) return
    event.preventDefault()
    setMenu({ card, x: event.clientX, y: event.clientY })
  }
  const rowsAtFirst = useMemo(() => firstRows(columns), [columns])
  const rowsTitle = columns.rows.length > 1 ? rowsTitleFor(rowsBy, issue !== null) : ''
  const focused = active.hasFocus && active.key !== null ? findCard(columns, active.key) : null
  return (
    <NearnessContext value={nearness}>
      <ColumnsTools study={study} perspectives={perspectives} />
      <div
        ref={table}
        className="columns"
        role="table"
        aria-label={tableNames[columnsBy]}
        style={templateFor(columns, rowsTitle !== '', isFolded)}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
        {...active.handlers}
      >
        <ColumnHeads rowsTitle={rowsTitle} columns={columns.columns} isFolded={isFolded} onToggle={toggle} />
        {columns.rows.map((row, i) => (
          <CardRow
            key={row.key}
            row={row}
            columns={columns.columns}
            hasHeading={rowsTitle !== ''}
            isFirst={i < rowsAtFirst}
            active={active.key}
            surroundings={surroundings}
            isFolded={isFolded}
            onToggle={toggle}
            onIssue={issue === null || row.issue !== issue.id ? id => set({ issueId: id }) : null}
          />
        ))}
        {focused !== null && (
          <LinkLines
            key={focused.key}
            study={study}
            annotation={focused.perspective.annotation.id}
            card={focused.key}
            container={table}
          />
        )}
      </div>
      <ContextPeek container={table} columns={columns} opened={opened} />
      <CardTray
        study={study}
        perspectives={pinnedOf(props, pinned)}
        onRemove={id => set({ pinned: pinned.filter(one => one !== id) })}
        onClear={() => set({ pinned: [] })}
        onShow={id => {
          const card = cardOf(columns, id, isFolded)
          if (card === null) onReveal(id)
          else focus(card.key)
        }}
      />
      {menu !== null && (
        <CardMenu
          card={menu.card}
          at={menu}
          surroundings={surroundings}
          onCopy={() => copyQuotation(props, menu.card)}
          onClose={() => setMenu(null)}
        />
      )}
    </NearnessContext>
  )
}

/** As many cards below each other fill a large screen. */
const cardsOnScreen = 10

/** How many rows are on screen at first: their cards are made at once. */
function firstRows({ rows }: PerspectiveColumns): number {
  let cards = 0
  const index = rows.findIndex(({ cells }) => {
    if (cards >= cardsOnScreen) return true
    cards += Math.max(1, ...cells.map(({ count }) => count))
    return false
  })
  return index < 0 ? rows.length : index
}

/** For, mixed, against, then what takes no side. */
const keyOrder: readonly (Side | null)[] = ['supports', 'mixed', 'opposes', 'unclear', null]

/** Those that can be chosen by their key. */
function keyedStances(study: Study): readonly CodebookOption[] {
  const place = ({ id }: CodebookOption) => keyOrder.indexOf(sideOf(id))
  return stancesOf(study)
    .filter(({ key, retired }) => key !== undefined && retired !== true)
    .sort((a, b) => place(a) - place(b))
}

/** Cards whose surrounding text is shown in their place, and what shows and hides it. */
function useOpened(): [ReadonlySet<string>, (key: string) => void] {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (key: string) =>
      setOpened(old => {
        const next = new Set(old)
        if (!next.delete(key)) next.add(key)
        return next
      }),
    []
  )
  return [opened, toggle]
}

/** Knows which cards are near the screen, for as long as the columns are on it. */
function useNearness(): Nearness {
  const [nearness] = useState(() => new Nearness('.persp-body'))
  useEffect(() => () => nearness.close(), [nearness])
  return nearness
}

function pinnedOf({ study }: ArrangementProps, pinned: readonly AnnotationId[]): readonly Perspective[] {
  if (pinned.length === 0) return []
  const all = new Map<string, Perspective>(perspectivesOf(study).map(one => [one.annotation.id, one]))
  return pinned.flatMap(id => all.get(id) ?? [])
}

/** Widths in pixels: folded columns are a strip, silent ones narrower than those in which somebody speaks. */
const width = { margin: 28, heading: 178, folded: 44, silent: 140, spoken: 190 }

function templateFor(
  { columns }: PerspectiveColumns,
  hasHeadings: boolean,
  isFolded: (key: string) => boolean
): CSSProperties {
  let least = width.margin + (hasHeadings ? width.heading : 0)
  const tracks = columns.map(({ key, count }) => {
    const [pixels, share] = isFolded(key)
      ? [width.folded, 0]
      : count === 0
        ? [width.silent, 0.6]
        : [width.spoken, 1]
    least += pixels
    return share === 0 ? `${pixels}px` : `minmax(${pixels}px, ${share}fr)`
  })
  const template = [...(hasHeadings ? [`${width.heading}px`] : []), ...tracks].join(' ')
  return { '--columns': template, minWidth: least } as CSSProperties
}
