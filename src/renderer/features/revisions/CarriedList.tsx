import type { CarriedRow } from '../../../core/anchoring/carry-over'
import { quoteOf } from '../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import { LayerMark } from '../../ui/LayerMark'
import { countCarried, inWords } from './compare-draft'
import { QuotePair } from './QuotePair'

interface CarriedListProps {
  carried: readonly CarriedRow[]
  codebook: Codebook
}

const mostShown = 200

/** What a correction does to annotations: how many stay, and each that moves or loses its place. */
export function CarriedList({ carried, codebook }: CarriedListProps) {
  const counts = countCarried(carried)
  const told = carried
    .filter(row => row.carried.status !== 'exact')
    .sort((a, b) => Number(b.carried.status === 'orphaned') - Number(a.carried.status === 'orphaned'))
  const more = told.length - mostShown
  return (
    <section aria-label="What happens to the annotations">
      <h3>Annotations</h3>
      <p className="carried-summary" role="status">
        {carried.length === 0 ? 'This text has no annotations.' : inWords(counts)}
      </p>
      {told.length > 0 && (
        <ul className="carried-list">
          {told.slice(0, mostShown).map(row => (
            <CarriedItem key={row.annotation.id} row={row} codebook={codebook} />
          ))}
        </ul>
      )}
      {more > 0 && <p className="revisions-quiet">{more.toLocaleString('en')} more are treated likewise.</p>}
    </section>
  )
}

function CarriedItem({ row: { annotation, carried }, codebook }: { row: CarriedRow; codebook: Codebook }) {
  const layer = findLayer(codebook, annotation.layer)
  const now = carried.status === 'orphaned' ? null : quoteOf({ ...annotation, spans: carried.spans })
  return (
    <li>
      {layer !== undefined && <LayerMark {...layer} />}
      <div>
        <p className="carried-fate">
          {layer?.name ?? annotation.layer}
          <span className="fate" data-fate={carried.status}>
            {now === null ? 'Orphaned: kept, to be placed again' : 'To confirm'}
          </span>
        </p>
        <QuotePair before={quoteOf(annotation)} now={now} />
      </div>
    </li>
  )
}
