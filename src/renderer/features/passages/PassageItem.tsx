import { describeAnnotation, type Registers } from '../../../core/annotation/describe'
import { quoteOf } from '../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import { citePlace } from '../../../core/project/place-in-story'
import { LayerMark } from '../../ui/LayerMark'
import type { Passage } from './passage'

interface PassageItemProps {
  passage: Passage
  codebook: Codebook
  registers: Registers
  onOpen(): void
}

/** One passage: its layer, the quotation, whose or what it is, and where it stands. */
export function PassageItem({ passage, codebook, registers, onOpen }: PassageItemProps) {
  const { of, annotation } = passage
  const layer = findLayer(codebook, annotation.layer)
  const said = layer === undefined ? null : describeAnnotation(annotation, layer, registers)
  return (
    <li>
      <button type="button" onClick={onOpen}>
        {layer !== undefined && (
          <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
        )}
        <span>
          <span className="visually-hidden">{layer?.name ?? annotation.layer}: </span>
          <q>{quoteOf(annotation)}</q>
          <b>{[said?.title, said?.detail].filter(Boolean).join(', ')}</b>
          <em>
            {of.article.title}, {citePlace(of, annotation)}
          </em>
        </span>
      </button>
    </li>
  )
}
