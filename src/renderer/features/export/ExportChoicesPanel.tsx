import type { ReactNode } from 'react'
import { subsets } from '../../../core/export/export-options'
import type { Format } from '../../../core/formats/format'
import { shownLayers } from '../../../core/project/codebook'
import { articleStatuses, type ArticleStatus, type ProjectData } from '../../../core/project/entities'
import { LayerMark } from '../../ui/LayerMark'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { addsNotes, type ArticleScope, type ExportChoices } from './export-choices'
import type { RowCounts } from './row-counts'

interface ExportChoicesPanelProps {
  choices: ExportChoices
  format: Format
  /** Null while the project is being read. */
  data: ProjectData | null
  counts: RowCounts
  hasOpenArticle: boolean
  articleCount: number
  onChange(change: Partial<ExportChoices>): void
}

const statusNames: Readonly<Record<ArticleStatus, string>> = {
  new: 'New',
  'in-progress': 'In progress',
  done: 'Done'
}

/** Which rows go out, and in which form. */
export function ExportChoicesPanel(props: ExportChoicesPanelProps) {
  const { choices, data, counts, onChange } = props
  return (
    <div className="export-choices">
      <div className="export-rows">
        <Articles {...props} />
        {data !== null && (
          <Chips label="Layers" name="Layers to export">
            {shownLayers(data.codebook, counts.layers).map(layer => (
              <Chip
                key={layer.id}
                isOn={!choices.withoutLayers.includes(layer.id)}
                name={`${layer.pluralName}, ${counts.layers.get(layer.id) ?? 0}`}
                onToggle={() => onChange({ withoutLayers: toggled(choices.withoutLayers, layer.id) })}
              >
                <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
                {(counts.layers.get(layer.id) ?? 0).toLocaleString('en')}
              </Chip>
            ))}
          </Chips>
        )}
        {data !== null && data.annotators.length > 1 && (
          <Chips label="Annotators" name="Annotators to export">
            {data.annotators.map(({ id, name }) => (
              <Chip
                key={id}
                isOn={!choices.withoutAnnotators.includes(id)}
                onToggle={() => onChange({ withoutAnnotators: toggled(choices.withoutAnnotators, id) })}
              >
                {name}
              </Chip>
            ))}
          </Chips>
        )}
        {choices.scope !== 'article' && counts.statuses.size > 1 && (
          <Chips label="Status of articles" name="Statuses to export">
            {articleStatuses.map(status => (
              <Chip
                key={status}
                isOn={choices.statuses.includes(status)}
                onToggle={() => onChange({ statuses: toggled(choices.statuses, status) })}
              >
                {statusNames[status]} {counts.statuses.get(status) ?? 0}
              </Chip>
            ))}
          </Chips>
        )}
      </div>
      {choices.scope === 'chosen' && data !== null && <ArticleChecks {...props} data={data} />}
      <Switches {...props} />
      {choices.isSplit && <SplitFields {...props} />}
    </div>
  )
}

function Articles({ choices, hasOpenArticle, articleCount, onChange }: ExportChoicesPanelProps) {
  if (articleCount < 2) return null
  return (
    <div>
      <p className="export-label" aria-hidden="true">
        Articles
      </p>
      <SegmentedControl<ArticleScope>
        label="Articles to export"
        options={[
          ...(hasOpenArticle ? [{ id: 'article' as const, name: 'This article' }] : []),
          { id: 'all', name: `All ${articleCount}` },
          { id: 'chosen', name: 'Choose' }
        ]}
        value={choices.scope}
        onChange={scope => onChange({ scope })}
      />
    </div>
  )
}

function ArticleChecks({ choices, data, onChange }: ExportChoicesPanelProps & { data: ProjectData }) {
  return (
    <ul className="export-articles" aria-label="Chosen articles">
      {data.articles.map(({ id, title }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              checked={choices.articles.includes(id)}
              onChange={() => onChange({ articles: toggled(choices.articles, id) })}
            />
            <span>{title}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

function Switches({ choices, format, onChange }: ExportChoicesPanelProps) {
  return (
    <div className="export-switches" role="group" aria-label="Export options">
      <Switch
        name="Include the article text"
        isOn={choices.includesText}
        onToggle={includesText => onChange({ includesText })}
      />
      <Switch
        name="Complete ones only"
        isOn={choices.onlyComplete}
        onToggle={onlyComplete => onChange({ onlyComplete })}
      />
      <Switch
        name="Pseudonyms for actors"
        isOn={choices.usesPseudonyms}
        onToggle={usesPseudonyms => onChange({ usesPseudonyms })}
      />
      <Switch name="Split for training" isOn={choices.isSplit} onToggle={isSplit => onChange({ isSplit })} />
      <Switch name="Add notes" isOn={addsNotes(choices, format)} onToggle={notes => onChange({ notes })} />
    </div>
  )
}

function SplitFields({ choices: { split }, onChange }: ExportChoicesPanelProps) {
  return (
    <div className="export-split" role="group" aria-label="Split of the articles">
      {subsets.map(subset => (
        <NumberField
          key={subset}
          name={`${subset.charAt(0).toUpperCase()}${subset.slice(1)}`}
          unit="parts"
          value={split.shares[subset]}
          onChange={share => onChange({ split: { ...split, shares: { ...split.shares, [subset]: share } } })}
        />
      ))}
      <NumberField
        name="Seed"
        value={split.seed}
        onChange={seed => onChange({ split: { ...split, seed } })}
      />
    </div>
  )
}

interface NumberFieldProps {
  name: string
  unit?: string
  value: number
  onChange(value: number): void
}

function NumberField({ name, unit, value, onChange }: NumberFieldProps) {
  return (
    <label>
      {name}
      <input
        type="number"
        min={0}
        step={1}
        value={value}
        onChange={event => {
          const number = event.target.valueAsNumber
          // An empty field, on the way to another number, changes nothing.
          if (Number.isFinite(number) && number >= 0) onChange(number)
        }}
      />
      {unit !== undefined && <span className="visually-hidden">{unit}</span>}
    </label>
  )
}

function Chips({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  return (
    <div>
      <p className="export-label" aria-hidden="true">
        {label}
      </p>
      <div className="export-chips" role="group" aria-label={name}>
        {children}
      </div>
    </div>
  )
}

interface ChipProps {
  isOn: boolean
  /** Where what is shown is too short to be a name. */
  name?: string
  onToggle(): void
  children: ReactNode
}

function Chip({ isOn, name, onToggle, children }: ChipProps) {
  return (
    <label className="export-chip">
      <input type="checkbox" checked={isOn} aria-label={name} onChange={onToggle} />
      {children}
    </label>
  )
}

function Switch({ name, isOn, onToggle }: { name: string; isOn: boolean; onToggle(isOn: boolean): void }) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={event => onToggle(event.target.checked)} />
      {name}
    </label>
  )
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter(other => other !== item) : [...list, item]
}
