import { ComparisonTable } from './ComparisonTable'
import type { ComparedProjects } from './compare-projects'
import { DifferenceLines } from './DifferenceLines'
import { tableNouns, type AnyRow } from './project-side'
import { nameOfRow, rowDifferences } from './spell-differences'

interface ComparedOthersViewProps {
  compared: ComparedProjects
  beforeTitle: string
}

/** What differs beside the articles: actors, issues, cases, annotators, relations, codebook, the project. */
export function ComparedOthersView({ compared, beforeTitle }: ComparedOthersViewProps) {
  // Ids are only unique within a table, and here several tables stand in one.
  const tables = new Map(compared.others.map(pair => [`${pair.table} ${pair.id}`, pair.table]))
  const pairs = compared.others.map(({ table, ...pair }) => ({ ...pair, id: `${table} ${pair.id}` }))
  return (
    <section className="compared-article" aria-labelledby="compared-others-title" tabIndex={0}>
      <h3 id="compared-others-title">Everything else</h3>
      <ComparisonTable<AnyRow>
        label="Differences beside the articles"
        beforeTitle={beforeTitle}
        pairs={pairs}
        cell={(pair, side) => (
          <>
            <p className="compared-layer">{capitalised(tableNouns[tables.get(pair.id) ?? 'projects'][0])}</p>
            <p className="compared-name">{nameOfRow(pair[side], compared[side])}</p>
            {side === 'now' && pair.before !== null && pair.now !== null && (
              <DifferenceLines differences={rowDifferences(pair.before, pair.now, compared)} />
            )}
          </>
        )}
      />
    </section>
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
