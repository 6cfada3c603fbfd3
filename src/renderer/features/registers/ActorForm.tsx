import { useState } from 'react'
import { editActor } from '../../../core/project/edits'
import type { Actor } from '../../../core/project/entities'
import {
  addAlias,
  removeAlias,
  renameActor,
  setActorColour
} from '../../../core/project/registers/actor-edits'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { AliasField } from './AliasField'
import { ColourPicker } from './ColourPicker'
import type { FormProps } from './form-props'
import { RegisterField } from './RegisterField'

const kinds: readonly { id: Actor['kind']; name: string }[] = [
  { id: 'person', name: 'Person' },
  { id: 'organisation', name: 'Organisation' },
  { id: 'group', name: 'Group' }
]

/** Everything about an actor; each field is saved when it is left. */
export function ActorForm({ row, actions }: FormProps<Actor>) {
  const [formerName, setFormerName] = useState<string | null>(null)
  const edit = (change: Parameters<typeof actions.edit<'actor'>>[2]) => actions.edit('actor', row.id, change)
  const rename = (name: string) => {
    setFormerName(row.name)
    edit(actor => renameActor(actor, name, false))
  }
  const isOffered =
    formerName !== null && formerName !== row.name && !row.aliases.some(alias => alias === formerName)
  return (
    <div className="register-form">
      <RegisterField label="Name" isRequired value={row.name} onSave={rename} />
      {isOffered && (
        <p className="former-name" role="status">
          It was called “{formerName}”.
          <Button look="quiet" onClick={() => edit(actor => addAlias(actor, formerName))}>
            Keep as alias
          </Button>
        </p>
      )}
      <AliasField
        aliases={row.aliases}
        onAdd={alias => edit(actor => addAlias(actor, alias))}
        onRemove={alias => edit(actor => removeAlias(actor, alias))}
      />
      <div className="register-pair">
        <div>
          <span className="register-label">Kind</span>
          <SegmentedControl
            label="Kind"
            options={kinds}
            value={row.kind}
            onChange={kind => edit(actor => editActor(actor, { kind }))}
          />
        </div>
        <ColourPicker colour={row.colour} onChange={colour => edit(actor => setActorColour(actor, colour))} />
      </div>
      <div className="register-pair">
        <RegisterField
          label="Role"
          value={row.role}
          onSave={role => edit(actor => editActor(actor, { role }))}
        />
        <RegisterField
          label="Affiliation"
          value={row.affiliation}
          onSave={affiliation => edit(actor => editActor(actor, { affiliation }))}
        />
      </div>
    </div>
  )
}
