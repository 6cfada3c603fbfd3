import { Check, CircleAlert, Minus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PreparedExport } from '../../../core/export/prepare-export'
import type { Format } from '../../../core/formats/format'
import { describeLosses } from '../../../core/formats/losses'
import type { ProjectSource } from '../../../core/formats/project-source'
import { runInSlices } from '../../ui/in-slices'
import { summariseCompleteness, type CompletenessSummary } from './completeness-summary'

interface ExportFactsProps {
  format: Format
  prepared: PreparedExport | null
}

/** What the format does not carry, how the articles are split, and what is incomplete. */
export function ExportFacts({ format, prepared }: ExportFactsProps) {
  const summary = useCompleteness(prepared?.source ?? null)
  const lost = describeLosses(format.losses)
  return (
    <div className="export-facts">
      <section aria-label="What is left out" tabIndex={0}>
        {lost.length === 0 ? (
          <p>
            <Check size={14} aria-hidden="true" />
            {format.name} carries everything.
          </p>
        ) : (
          <>
            <h3>{format.name} leaves out</h3>
            <ul>
              {lost.map(loss => (
                <li key={loss}>
                  <Minus size={12} aria-hidden="true" />
                  <span>{loss}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {format.notes?.map(note => (
          <p className="export-note" key={note}>
            {note}
          </p>
        ))}
      </section>
      <div className="export-completeness" role="group" aria-label="Validation">
        {prepared?.subsets && (
          <p>
            <Check size={14} aria-hidden="true" />
            {prepared.subsets
              .map(
                ({ name, articles, annotations }) =>
                  `${name} ${plural(articles, 'article')}, ${plural(annotations, 'annotation')}`
              )
              .join('; ')}
          </p>
        )}
        {summary !== null && <Completeness {...summary} />}
      </div>
    </div>
  )
}

function Completeness({ articles, annotations, incomplete, missing }: CompletenessSummary) {
  return (
    <>
      <p>
        <Check size={14} aria-hidden="true" />
        {plural(annotations, 'annotation')} in {plural(articles, 'article')}; quotations are checked against
        the text as they are written.
      </p>
      {incomplete > 0 && (
        <p className="is-warning">
          <CircleAlert size={14} aria-hidden="true" />
          {incomplete === 1 ? '1 annotation is' : `${incomplete.toLocaleString('en')} annotations are`}{' '}
          incomplete:{' '}
          {missing
            .slice(0, 4)
            .map(({ name, count }) => `${name} (${count.toLocaleString('en')})`)
            .join(', ')}
          {missing.length > 4 && ', …'}
        </p>
      )}
    </>
  )
}

function useCompleteness(source: ProjectSource | null): CompletenessSummary | null {
  const [summary, setSummary] = useState<CompletenessSummary | null>(null)
  useEffect(() => {
    if (source === null) return
    const abort = new AbortController()
    void runInSlices(summariseCompleteness(source), abort.signal)
      .then(done => {
        if (done !== null && !abort.signal.aborted) setSummary(done.value)
      })
      // What cannot be counted cannot be written: the preview says why.
      .catch(() => setSummary(null))
    return () => abort.abort()
  }, [source])
  return summary
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
