import { editCase } from '../../../core/project/edits'
import type { Case } from '../../../core/project/entities'
import { ChargeTable } from './ChargeTable'
import type { FormProps } from './form-props'
import { RegisterField } from './RegisterField'

/** Everything about a case and its charges; each field is saved when it is left. */
export function CaseForm({ row, rows, actions }: FormProps<Case>) {
  const edit = (patch: Parameters<typeof editCase>[1]) =>
    actions.edit('case', row.id, before => editCase(before, patch))
  return (
    <div className="register-form">
      <RegisterField label="Name" isRequired value={row.name} onSave={name => edit({ name })} />
      <div className="register-pair">
        <RegisterField label="Court" value={row.court} onSave={court => edit({ court })} />
        <RegisterField
          label="Jurisdiction"
          value={row.jurisdiction}
          onSave={jurisdiction => edit({ jurisdiction })}
        />
      </div>
      <RegisterField
        label="Docket number"
        value={row.docketNumber}
        onSave={docketNumber => edit({ docketNumber })}
      />
      <ChargeTable row={row} actors={rows.actors} actions={actions} />
    </div>
  )
}
