import { MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { keyProblem } from '../../../core/codebook/keys'
import {
  addOption,
  changeOptionId,
  defineOption,
  mergeOptions,
  renameOption,
  setOptionKey
} from '../../../core/codebook/option-edits'
import { bringBack, move, remove, retire } from '../../../core/codebook/place-edits'
import { spellUsage } from '../../../core/codebook/usage'
import type { Attribute, CodebookOption, Layer } from '../../../core/project/codebook'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuItem } from '../../ui/Menu'
import { AddField } from './AddField'
import { CommitField } from './CommitField'
import type { FormContext } from './form-context'
import { KeyField } from './KeyField'
import { MergeDialog } from './MergeDialog'
import './option-table.css'

interface OptionTableProps {
  layer: Layer
  attribute: Attribute
  context: FormContext
}

/** The options of a choice, or the roles of parties: names, ids, keys and definitions, edited in place. */
export function OptionTable({ layer, attribute, context }: OptionTableProps) {
  const { draft, usage, edit, act } = context
  const [merging, setMerging] = useState<CodebookOption | null>(null)
  const options = attribute.options ?? []
  const place = { layer: layer.id, attribute: attribute.id }
  // A key sets one option; of several, or of parties, it could not say which to take away.
  const hasKeys = attribute.kind === 'choice'
  return (
    <div className="option-table" data-keys={hasKeys}>
      <table aria-label={`Options of ${attribute.name}`}>
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Id in data</th>
            {hasKeys && <th scope="col">Key</th>}
            <th scope="col">Definition</th>
            <th scope="col">Used</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map((option, at) => (
            <OptionRow
              // By place: a new option's id follows its name, and its row must not lose the keyboard.
              key={at}
              option={option}
              place={{ ...place, option: option.id }}
              count={usage?.of({ ...place, option: option.id })}
              canMerge={options.length > 1}
              hasKey={hasKeys}
              context={context}
              onMerge={() => setMerging(option)}
            />
          ))}
        </tbody>
      </table>
      {options.length === 0 && <p className="form-hint">There is nothing to choose yet.</p>}
      <AddField label="Add option" onAdd={name => edit(addOption(draft, place, name))} />
      {merging !== null && (
        <MergeDialog
          option={merging}
          others={options.filter(other => other.id !== merging.id)}
          count={usage?.of({ ...place, option: merging.id }) ?? 0}
          onMerge={into =>
            act(
              mergeOptions(draft, { ...place, option: merging.id }, into),
              `${merging.name} merged; annotations follow when the version is saved`
            )
          }
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  )
}

interface OptionRowProps {
  option: CodebookOption
  place: { layer: string; attribute: string; option: string }
  count: number | undefined
  canMerge: boolean
  hasKey: boolean
  context: FormContext
  onMerge(): void
}

function OptionRow(props: OptionRowProps) {
  const { option, place, count, hasKey, context } = props
  const { draft, edit } = context
  return (
    <tr data-retired={option.retired}>
      <th scope="row">
        <CommitField
          label={`Name of ${option.name}`}
          isLabelHidden
          value={option.name}
          maximum={200}
          onCommit={name => edit(renameOption(draft, place, name))}
        />
        {option.retired === true && <em className="retired-note">Retired</em>}
      </th>
      <td>
        <CommitField
          label={`Id of ${option.name}`}
          isLabelHidden
          isCode
          value={option.id}
          maximum={100}
          onCommit={to => edit(changeOptionId(draft, place, to.trim()))}
        />
      </td>
      {hasKey && (
        <td>
          <KeyField
            label={`Key of ${option.name}`}
            isLabelHidden
            value={option.key ?? ''}
            problem={keyProblem(draft.content, place, option.key ?? '', context.taken)}
            onCommit={key => edit(setOptionKey(draft, place, key, context.taken))}
          />
        </td>
      )}
      <td>
        <CommitField
          label={`Definition of ${option.name}`}
          isLabelHidden
          isLong
          value={option.definition ?? ''}
          onCommit={text => edit(defineOption(draft, place, text.replace(/\s+/gu, ' ')))}
        />
      </td>
      <td className="option-count">{count === undefined ? '…' : count}</td>
      <td>
        <Menu label={`Actions for ${option.name}`} items={optionActions(props)}>
          {open => <IconButton label={`Actions for ${option.name}`} icon={MoreHorizontal} onClick={open} />}
        </Menu>
      </td>
    </tr>
  )
}

function optionActions({ option, place, count, canMerge, context, onMerge }: OptionRowProps): MenuItem[] {
  const { draft, annotations, act } = context
  const { name } = option
  const items: MenuItem[] = [
    { id: 'up', label: 'Move up', run: () => act(move(draft, place, -1), `${name} moved up`) },
    { id: 'down', label: 'Move down', run: () => act(move(draft, place, 1), `${name} moved down`) }
  ]
  if (canMerge) items.push({ id: 'merge', label: 'Merge into…', run: onMerge })
  if (option.retired === true)
    items.push({
      id: 'back',
      label: 'Offer again',
      run: () => act(bringBack(draft, place), `${name} is offered again`)
    })
  else items.push({ id: 'retire', label: 'Retire', run: () => act(retire(draft, place), `${name} retired`) })
  // What is used can only be retired: removing it would leave its annotations with nothing.
  if (count === 0)
    items.push({
      id: 'remove',
      label: 'Remove',
      run: () => act(remove(draft, place, annotations), `${name} removed`)
    })
  else if (option.retired !== true)
    items.push({
      id: 'remove',
      label: `Remove (${spellUsage(count ?? 0)}: retires it)`,
      run: () => act(remove(draft, place, annotations), `${name} retired`)
    })
  return items
}
