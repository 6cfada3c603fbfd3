import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Edit } from '../../../core/history/change-set'
import type { Actor, Case, Charge } from '../../../core/project/entities'
import type { ActorId } from '../../../core/project/ids'
import { addCharge, editCharge, moveCharge, removeCharge } from '../../../core/project/registers/charge-edits'
import { Button } from '../../ui/Button'
import { Combobox } from '../../ui/Combobox'
import { IconButton } from '../../ui/IconButton'
import type { ComboboxOption } from '../../ui/match-options'
import { useDraft } from '../../ui/use-draft'
import type { RegisterActions } from './register-actions'
import { RegisterField } from './RegisterField'

interface ChargeTableProps {
  row: Case
  actors: readonly Actor[]
  actions: RegisterActions
}

/** What is charged in a case, in the order of the indictment: statute, counts and who is accused. */
export function ChargeTable({ row, actors, actions }: ChargeTableProps) {
  const options = useMemo(
    () => actors.map(({ id, name, role, aliases }) => ({ id, name, detail: role, aliases })),
    [actors]
  )
  const names = useMemo(() => new Map(actors.map(actor => [actor.id, actor.name])), [actors])
  const edit = (change: (row: Case) => Edit | null) => actions.edit('case', row.id, change)
  return (
    <section className="charges" aria-label="Charges">
      <h3>
        Charges <span>{row.charges.length}</span>
      </h3>
      {row.charges.length === 0 ? (
        <p className="register-none">No charges yet. A charge has a statute, counts and defendants.</p>
      ) : (
        <table aria-label="Charges">
          <thead>
            <tr>
              <th scope="col">Statute</th>
              <th scope="col">Description</th>
              <th scope="col">Counts</th>
              <th scope="col">Defendants</th>
              <th scope="col">
                <span className="visually-hidden">Order</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {row.charges.map((charge, i) => (
              <ChargeRow
                key={i}
                charge={charge}
                number={i + 1}
                isLast={i === row.charges.length - 1}
                options={options}
                nameOf={id => names.get(id) ?? id}
                onEdit={patch => edit(before => editCharge(before, i, patch))}
                onMove={by => edit(before => moveCharge(before, i, by))}
                onRemove={() => edit(before => removeCharge(before, i))}
              />
            ))}
          </tbody>
        </table>
      )}
      <Button onClick={() => edit(before => addCharge(before))}>
        <Plus size={14} aria-hidden="true" />
        Add charge
      </Button>
    </section>
  )
}

interface ChargeRowProps {
  charge: Charge
  number: number
  isLast: boolean
  options: readonly ComboboxOption[]
  nameOf(id: ActorId): string
  onEdit(patch: Partial<Charge>): void
  onMove(by: number): void
  onRemove(): void
}

function ChargeRow({ charge, number, isLast, options, nameOf, onEdit, onMove, onRemove }: ChargeRowProps) {
  const { defendants } = charge
  const others = options.filter(option => !defendants.some(id => id === option.id))
  return (
    <tr>
      <td>
        <RegisterField
          label={`Statute of charge ${number}`}
          isLabelHidden
          value={charge.statute}
          onSave={statute => onEdit({ statute })}
        />
      </td>
      <td>
        <RegisterField
          label={`Description of charge ${number}`}
          isLabelHidden
          maximum={2000}
          value={charge.description}
          onSave={description => onEdit({ description })}
        />
      </td>
      <td>
        <CountField
          label={`Counts of charge ${number}`}
          value={charge.counts}
          onSave={counts => onEdit({ counts })}
        />
      </td>
      <td>
        {defendants.length > 0 && (
          <ul className="chips" aria-label={`Defendants of charge ${number}`}>
            {defendants.map(id => (
              <li key={id}>
                {nameOf(id)}
                <IconButton
                  label={`Remove ${nameOf(id)} from charge ${number}`}
                  icon={X}
                  onClick={() => onEdit({ defendants: defendants.filter(other => other !== id) })}
                />
              </li>
            ))}
          </ul>
        )}
        <Combobox
          label={`Add defendant to charge ${number}`}
          options={others}
          value={null}
          placeholder="Add an actor"
          onChoose={id => onEdit({ defendants: [...defendants, id as ActorId] })}
        />
      </td>
      <td className="charge-actions">
        <IconButton
          label={`Move charge ${number} up`}
          icon={ArrowUp}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move charge ${number} down`}
          icon={ArrowDown}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton label={`Remove charge ${number}`} icon={Trash2} onClick={onRemove} />
      </td>
    </tr>
  )
}

interface CountFieldProps {
  label: string
  value: number | null
  onSave(value: number | null): void
}

/** A whole number or nothing; what is neither is taken back. */
function CountField({ label, value, onSave }: CountFieldProps) {
  const [isWrong, setIsWrong] = useState(false)
  const field = useDraft(value === null ? '' : String(value), typed => {
    const text = typed.trim()
    const isRight = /^\d{0,6}$/u.test(text)
    setIsWrong(!isRight)
    if (isRight) onSave(text === '' ? null : Number(text))
  })
  return (
    <div className="form-field">
      <input
        className="numeric"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={isWrong}
        maxLength={8}
        value={field.text}
        onChange={event => field.change(event.target.value)}
        onBlur={field.save}
        onKeyDown={event => {
          if (event.key === 'Enter') field.save()
          if (event.key === 'Escape') field.discard()
        }}
      />
      {isWrong && <p className="form-error">A whole number</p>}
    </div>
  )
}
