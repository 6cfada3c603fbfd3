import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { articlesFigure, comparedTitles } from '../../../../core/perspective/articles-figure'
import { compareArticles } from '../../../../core/perspective/compare-articles'
import { linkedPlaces } from '../../../../core/perspective/linked-places'
import type { AnnotationId } from '../../../../core/project/ids'
import type { StudyArticle } from '../../../../core/project/study'
import { TableView } from '../../../ui/TableView'
import type { ArrangementProps } from '../arrangement-props'
import { useOfferedFigures } from '../use-offered-figures'
import { useArticlesStore } from './articles-store'
import { markIdsOf, marksOf } from './compared-marks'
import { ComparedText } from './ComparedText'
import { ThingList } from './ThingList'
import { showMark, useScrollTogether } from './use-scroll-together'

interface ComparedArticlesProps extends ArrangementProps {
  a: StudyArticle
  b: StudyArticle
}

/** Both texts with their links marked, and between them what they speak of. */
export function ComparedArticles({
  study,
  a,
  b,
  offerFigures,
  onReveal,
  announce,
  ...props
}: ComparedArticlesProps) {
  const { isTogether, isTable, selected, step, set } = useArticlesStore()
  const things = useMemo(() => compareArticles(study, a, b), [study, a, b])
  const titles = useMemo(() => comparedTitles(a, b), [a, b])
  const marksA = useMemo(() => marksOf(things, 'inA', a), [things, a])
  const marksB = useMemo(() => marksOf(things, 'inB', b), [things, b])
  const places = useMemo(() => linkedPlaces(things, a, b), [things, a, b])
  const make = useCallback(() => [articlesFigure(things, a, b)], [things, a, b])
  useOfferedFigures(offerFigures, 'articles', make)
  const left = useRef<HTMLDivElement>(null)
  const right = useRef<HTMLDivElement>(null)
  const isShowing = useRef(false)
  const quietUntil = useRef(0)
  useKeptScroll(left, right, isTable)
  useScrollTogether(left, right, isTogether && !isTable ? places : null, quietUntil)

  const thing = things.find(({ key }) => key === selected)
  const idsA = useMemo(() => markIdsOf(thing, 'inA'), [thing])
  const idsB = useMemo(() => markIdsOf(thing, 'inB'), [thing])
  const currentA = idsA[Math.min(step, idsA.length - 1)]
  const currentB = idsB[Math.min(step, idsB.length - 1)]
  useEffect(() => {
    // Coming back to the view, the texts stay where they were.
    if (!isShowing.current) return
    quietUntil.current = performance.now() + 200
    showMark(left.current, currentA)
    showMark(right.current, currentB)
  }, [selected, currentA, currentB])
  const select = (key: string) => {
    isShowing.current = true
    set({ selected: key === selected ? null : key, step: 0 })
  }
  const stepBy = (by: 1 | -1) => {
    const most = Math.max(idsA.length, idsB.length)
    if (thing === undefined || most === 0) return
    const next = Math.max(0, Math.min(most - 1, step + by))
    isShowing.current = true
    set({ step: next })
    announce(`${thing.name}, ${next + 1} of ${most}`)
  }
  const open = () => {
    const passage = thing?.inA[Math.min(step, thing.inA.length - 1)] ?? thing?.inB[step] ?? thing?.inB[0]
    if (passage?.annotation !== null && passage !== undefined) onReveal(passage.annotation)
  }
  const [figure] = isTable ? make() : []
  if (figure !== undefined)
    return (
      <div className="compared-table">
        <TableView caption={figure.subtitle} columns={figure.table.columns} rows={figure.table.rows} />
      </div>
    )
  const reveal = (id: AnnotationId) => onReveal(id)
  return (
    <div className="compared-columns">
      <ComparedText
        name={`Left: ${titles[0]}`}
        text={a}
        marks={marksA}
        codebook={study.codebook}
        selected={idsA}
        current={currentA ?? null}
        scroller={left}
        onReveal={reveal}
      />
      <ThingList
        things={things}
        titles={titles}
        selected={selected}
        step={step}
        takesFocus={props.returnedTo !== null}
        onSelect={select}
        onStep={stepBy}
        onOpen={open}
      />
      <ComparedText
        name={`Right: ${titles[1]}`}
        text={b}
        marks={marksB}
        codebook={study.codebook}
        selected={idsB}
        current={currentB ?? null}
        scroller={right}
        onReveal={reveal}
      />
    </div>
  )
}

/** The texts stand where they stood when the view was left. */
function useKeptScroll(
  left: { current: HTMLDivElement | null },
  right: { current: HTMLDivElement | null },
  isTable: boolean
): void {
  useLayoutEffect(() => {
    const [a, b] = [left.current, right.current]
    if (a === null || b === null) return
    const { tops, set } = useArticlesStore.getState()
    a.scrollTop = tops.a
    b.scrollTop = tops.b
    const keep = () => set({ tops: { a: a.scrollTop, b: b.scrollTop } })
    a.addEventListener('scrollend', keep)
    b.addEventListener('scrollend', keep)
    return () => {
      a.removeEventListener('scrollend', keep)
      b.removeEventListener('scrollend', keep)
    }
  }, [left, right, isTable])
}
