import { useState } from 'react'
import { bulkChangeLayer, bulkDelete, bulkSetAttribute } from '../../../core/annotation/bulk-edits'
import type { Edit } from '../../../core/history/change-set'
import {
  findLayer,
  offeredLayers,
  type Attribute,
  type Codebook,
  type Layer
} from '../../../core/project/codebook'
import type { Annotation, AttributeValue, Project } from '../../../core/project/entities'
import { loadRelations } from '../../persistence/relations'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { announce } from '../../ui/LiveRegion'
import { notify } from '../../ui/Toast'
import { BulkValue } from './BulkValue'

interface BulkBarProps {
  workspace: Workspace
  project: Project
  codebook: Codebook
  /** What the table lists. */
  listed: readonly Annotation[]
  /** What of it is selected. */
  chosen: readonly Annotation[]
  now(): string
  undo(): void
}

/** Changes everything that is selected, or without a selection everything listed, in one step. */
export function BulkBar(props: BulkBarProps) {
  const { workspace, project, codebook, listed, chosen, now, undo } = props
  const [wanted, setWanted] = useState('')
  const [value, setValue] = useState<AttributeValue | undefined>(undefined)
  const [isBusy, setBusy] = useState(false)
  const targets = chosen.length > 0 ? chosen : listed
  const choice = choiceOf(codebook, wanted)
  const affected = choice === null ? 0 : affectedBy(choice, targets)
  const perform = async (edit: Edit | undefined) => {
    if (edit === undefined) return announce('Nothing would change')
    setBusy(true)
    const result = await workspace.perform(edit)
    setBusy(false)
    if (!result.ok) return notify(result.error.message)
    announce(`${edit.label}. Undo available`)
    notify(`${edit.label}.`, { label: 'Undo', run: undo })
  }
  const apply = () => {
    if (choice === null) return
    void perform(
      choice.kind === 'layer'
        ? bulkChangeLayer(targets, codebook, choice.layer, now())
        : bulkSetAttribute(targets, choice.layer, choice.attribute, value, now())
    )
  }
  const remove = async () => {
    const relations = await loadRelations(workspace.database, project.id)
    await perform(bulkDelete(targets, relations))
  }
  return (
    <div className="bulk-bar" role="group" aria-label="Edit together">
      <label>
        <span>{targetWords(chosen.length, listed.length)}</span>
        <select
          aria-label="Change"
          value={wanted}
          onChange={event => {
            setWanted(event.target.value)
            setValue(undefined)
          }}
        >
          <option value="">Choose what to change…</option>
          <optgroup label="Layer">
            {offeredLayers(codebook).map(layer => (
              <option key={layer.id} value={`layer ${layer.id}`}>
                Change to {layer.name.toLowerCase()}
              </option>
            ))}
          </optgroup>
          {layersOf(targets, codebook).map(layer => (
            <optgroup key={layer.id} label={layer.name}>
              {layer.attributes
                .filter(attribute => attribute.retired !== true)
                .map(attribute => (
                  <option key={attribute.id} value={`set ${layer.id} ${attribute.id}`}>
                    {attribute.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {choice?.kind === 'set' && (
        <BulkValue
          key={wanted}
          database={workspace.database}
          projectId={project.id}
          attribute={choice.attribute}
          value={value}
          onChange={setValue}
        />
      )}
      <Button disabled={isBusy || choice === null || affected === 0} onClick={apply}>
        {choice === null ? 'Apply' : `${applyWord(choice, value)} ${countWords(affected)}`}
      </Button>
      {/* Thousands of rows take seconds to be written as one step. */}
      {isBusy && <progress className="bulk-progress" aria-label="Saving the changes" />}
      <span className="grow" />
      <Button look="quiet" disabled={isBusy || chosen.length === 0} onClick={() => void remove()}>
        {chosen.length === 0 ? 'Delete selected' : `Delete ${countWords(chosen.length)}`}
      </Button>
    </div>
  )
}

type Choice = { kind: 'layer'; layer: Layer } | { kind: 'set'; layer: Layer; attribute: Attribute }

function choiceOf(codebook: Codebook, wanted: string): Choice | null {
  const [kind, layerId = '', attributeId] = wanted.split(' ')
  const layer = findLayer(codebook, layerId)
  if (layer === undefined) return null
  if (kind === 'layer') return { kind, layer }
  const attribute = layer.attributes.find(({ id }) => id === attributeId)
  return attribute === undefined ? null : { kind: 'set', layer, attribute }
}

function affectedBy(choice: Choice, targets: readonly Annotation[]): number {
  const isOfLayer = choice.kind === 'set'
  return targets.filter(({ layer }) => (layer === choice.layer.id) === isOfLayer).length
}

/** Only what the targets have can be set on them. */
function layersOf(targets: readonly Annotation[], codebook: Codebook): Layer[] {
  const here = new Set(targets.map(({ layer }) => layer))
  return codebook.layers.filter(({ id }) => here.has(id))
}

function applyWord(choice: Choice, value: AttributeValue | undefined): string {
  return choice.kind === 'layer' ? 'Change' : value === undefined ? 'Clear on' : 'Set on'
}

function countWords(count: number): string {
  return count === 1 ? '1 annotation' : `${count.toLocaleString('en')} annotations`
}

function targetWords(chosen: number, listed: number): string {
  return chosen > 0
    ? `${chosen.toLocaleString('en')} selected:`
    : `All ${listed.toLocaleString('en')} listed:`
}
