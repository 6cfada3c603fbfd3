import { X } from 'lucide-react'
import type { RowChange } from '../../../../core/history/change-set'
import { offeredOptions, type Attribute } from '../../../../core/project/codebook'
import type { AttributeValue, Party } from '../../../../core/project/entities'
import type { ActorId } from '../../../../core/project/ids'
import type { RegisterKind } from '../../../../core/project/registers/register-kind'
import { Combobox } from '../../../ui/Combobox'
import { IconButton } from '../../../ui/IconButton'
import type { ComboboxOption } from '../../../ui/match-options'
import type { ProjectRegisters } from '../use-registers'
import { fieldId, type FieldChange } from './field-props'
import { newRegisterRow, similarEntries, type FieldContext } from './register-rows'

interface RegisterFieldProps {
  attribute: Attribute
  value: AttributeValue | undefined
  kind: RegisterKind
  registers: ProjectRegisters
  context: FieldContext
  onChange(value: FieldChange, alongside?: readonly RowChange[]): void
}

/** An actor, issue or case: found by name or alias, or made on the fly as part of the same action. */
export function RegisterField({ attribute, value, kind, registers, context, onChange }: RegisterFieldProps) {
  const options = registerOptions(kind, registers)
  if (kind === 'actor' && attribute.allowsArticleVoice === true)
    options.unshift({ id: 'article', name: "Article's own voice" })
  const chosen = typeof value === 'string' ? value : null
  return (
    <div className="register">
      <Combobox
        id={fieldId(attribute.id)}
        label={attribute.name}
        options={options}
        value={chosen}
        placeholder={`Find or create ${kind === 'issue' ? 'an issue' : kind === 'case' ? 'a case' : 'an actor'}`}
        findSimilar={name => similarEntries(name, rowsOf(kind, registers))}
        onChoose={id => onChange(id)}
        onCreate={name => {
          const { id, change } = newRegisterRow(kind, name, context)
          onChange(id, [change])
        }}
        onClear={() => onChange(undefined)}
      />
    </div>
  )
}

function rowsOf(kind: RegisterKind, { actors, issues, cases }: ProjectRegisters) {
  return { actor: actors, issue: issues, case: cases }[kind]
}

function registerOptions(kind: RegisterKind, registers: ProjectRegisters): ComboboxOption[] {
  switch (kind) {
    case 'actor':
      return registers.actors.map(actor => ({
        id: actor.id,
        name: actor.name,
        detail: actor.role || actor.affiliation,
        aliases: actor.aliases
      }))
    case 'issue':
      return registers.issues.map(issue => ({ id: issue.id, name: issue.question, detail: issue.shortName }))
    case 'case':
      return registers.cases.map(row => ({
        id: row.id,
        name: row.name,
        detail: row.docketNumber || row.court
      }))
  }
}

type PartiesFieldProps = Omit<RegisterFieldProps, 'kind'>

/** Who took part, and as what. A party without an actor is not saved. */
export function PartiesField({ attribute, value, registers, context, onChange }: PartiesFieldProps) {
  const parties = partiesOf(value)
  const roles = offeredOptions(attribute)
  const replace = (old: Party, party?: Party) =>
    onChange(current => {
      const at = partiesOf(current).findIndex(other => other.actor === old.actor && other.role === old.role)
      return partiesOf(current).flatMap((other, i) => (i === at ? (party ?? []) : other))
    })
  const add = (actor: string, alongside: readonly RowChange[] = []) =>
    onChange(
      current => [...partiesOf(current), { role: roles[0]?.id ?? 'defendant', actor: actor as ActorId }],
      alongside
    )
  const actors = registerOptions('actor', registers)
  return (
    <div className="register" role="group" aria-label={attribute.name}>
      {parties.map((party, i) => (
        <div className="party" key={`${party.actor}-${i}`}>
          <select
            className="select"
            aria-label={`Role of ${registers.actorName(party.actor) ?? party.actor}`}
            value={party.role}
            onChange={event => replace(party, { ...party, role: event.target.value })}
          >
            {offeredOptions(attribute, [party.role]).map(role => (
              <option key={role.id} value={role.id}>
                {role.retired === true ? `${role.name} (retired)` : role.name}
              </option>
            ))}
          </select>
          <span>{registers.actorName(party.actor) ?? party.actor}</span>
          <IconButton
            label={`Remove ${registers.actorName(party.actor) ?? party.actor}`}
            icon={X}
            onClick={() => replace(party)}
          />
        </div>
      ))}
      <Combobox
        id={fieldId(attribute.id)}
        label={`Add to ${attribute.name.toLowerCase()}`}
        options={actors}
        value={null}
        placeholder="Add an actor"
        findSimilar={name => similarEntries(name, registers.actors)}
        onChoose={id => add(id)}
        onCreate={name => {
          const { id, change } = newRegisterRow('actor', name, context)
          add(id, [change])
        }}
      />
    </div>
  )
}

function partiesOf(value: AttributeValue | undefined): Party[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'object') : []
}
