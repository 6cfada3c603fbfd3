import type { Standing } from '../../../core/chronology/ledger-lot'
import { dispositions, dispositionWords } from '../../../core/chronology/ledger-types'
import { chargedWords } from '../../../core/chronology/ledger-words'
import { DispositionSign } from './DispositionSign'

/** How many counts were charged, and a bar of what became of them. The words below it say the same. */
export function DispositionTotals({ standing }: { standing: Standing }) {
  const shown = dispositions.filter(disposition => standing[disposition] > 0)
  return (
    <section className="ledger-totals" aria-label="Disposition totals">
      <p className="ledger-charged">
        <b>{standing.charged.toLocaleString('en')}</b> {chargedWords(standing)}
      </p>
      <div>
        <div className="ledger-bar" aria-hidden="true">
          {shown.map(disposition => (
            <span
              key={disposition}
              data-disposition={disposition}
              style={{ flexGrow: standing[disposition] }}
            />
          ))}
        </div>
        <ul className="ledger-key">
          {shown.map(disposition => (
            <li key={disposition} data-disposition={disposition}>
              <DispositionSign disposition={disposition} />
              <b>{standing[disposition].toLocaleString('en')}</b> {dispositionWords[disposition]}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
