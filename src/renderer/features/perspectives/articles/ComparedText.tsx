import { memo, useMemo, type CSSProperties, type MouseEvent, type RefObject } from 'react'
import { markedPieces } from '../../../../core/perspective/marked-pieces'
import type { Codebook } from '../../../../core/project/codebook'
import type { Block } from '../../../../core/project/entities'
import type { AnnotationId } from '../../../../core/project/ids'
import type { StudyArticle } from '../../../../core/project/study'
import { lineColour } from '../../../ui/layer-colour'
import type { ComparedMark } from './compared-marks'

interface ComparedTextProps {
  name: string
  text: StudyArticle
  marks: readonly ComparedMark[]
  codebook: Codebook
  /** Of marks: those of what is selected, and the one that is stepped to. */
  selected: readonly string[]
  current: string | null
  scroller: RefObject<HTMLDivElement | null>
  onReveal(id: AnnotationId): void
}

const none: readonly string[] = []

/** A text to read, with what links it to the other marked. */
export function ComparedText(props: ComparedTextProps) {
  const { name, text, marks, codebook, selected, current, scroller, onReveal } = props
  const { blocks } = text.revision
  const perBlock = useMemo(
    () =>
      blocks.map(block =>
        marks.filter(({ startUtf16, endUtf16 }) => startUtf16 < block.endUtf16 && endUtf16 > block.startUtf16)
      ),
    [blocks, marks]
  )
  const styles = useMemo(() => lineStyles(codebook), [codebook])
  const onClick = (event: MouseEvent) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null
    const id = mark?.dataset['opens']
    if (id !== undefined) onReveal(id as AnnotationId)
  }
  return (
    <div
      ref={scroller}
      className="compared-text"
      role="region"
      aria-label={name}
      tabIndex={0}
      lang={text.article.language === '' ? undefined : text.article.language}
      onClick={onClick}
    >
      {blocks.map((block, i) => {
        const own = perBlock[i] ?? []
        const isTouched = own.some(({ id }) => selected.includes(id))
        return (
          <MarkedBlock
            key={block.startUtf16}
            block={block}
            text={text.revision.text}
            marks={own}
            styles={styles}
            selected={isTouched ? selected : none}
            current={isTouched ? current : null}
          />
        )
      })}
    </div>
  )
}

interface MarkedBlockProps {
  block: Block
  text: string
  marks: readonly ComparedMark[]
  styles: ReadonlyMap<string, CSSProperties>
  selected: readonly string[]
  current: string | null
}

const MarkedBlock = memo(function MarkedBlock(props: MarkedBlockProps) {
  const { block, text, marks, styles, selected, current } = props
  return (
    <p data-start={block.startUtf16} data-end={block.endUtf16} data-type={block.type}>
      {markedPieces(block, marks).map(piece => {
        const words = text.slice(piece.startUtf16, piece.endUtf16)
        const [mark] = piece.marks
        if (mark === undefined) return words
        const ids = piece.marks.map(({ id }) => id)
        const isSelected = ids.some(id => selected.includes(id))
        return (
          <mark
            key={piece.startUtf16}
            data-marks={ids.join(' ')}
            data-opens={mark.annotation ?? undefined}
            data-selected={isSelected}
            data-current={current !== null && ids.includes(current)}
            data-wording={mark.annotation === null}
            style={mark.layer === null ? undefined : styles.get(mark.layer)}
          >
            {words}
          </mark>
        )
      })}
    </p>
  )
})

function lineStyles({ layers }: Codebook): ReadonlyMap<string, CSSProperties> {
  return new Map(
    layers.map(({ id, colour, lineStyle }) => [
      id,
      { textDecorationStyle: lineStyle, textDecorationColor: lineColour(colour) }
    ])
  )
}
