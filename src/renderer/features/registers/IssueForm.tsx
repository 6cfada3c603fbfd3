import { useId } from 'react'
import { editIssue } from '../../../core/project/edits'
import type { Issue } from '../../../core/project/entities'
import { possibleWholes, setWhole } from '../../../core/project/registers/issue-parts'
import type { IssueId } from '../../../core/project/ids'
import { Combobox } from '../../ui/Combobox'
import type { FormProps } from './form-props'
import { RegisterField } from './RegisterField'

/** Everything about an issue; each field is saved when it is left. */
export function IssueForm({ row, rows, actions }: FormProps<Issue>) {
  const edit = (patch: Parameters<typeof editIssue>[1]) =>
    actions.edit('issue', row.id, issue => editIssue(issue, patch))
  return (
    <div className="register-form">
      <RegisterField
        label="Question"
        hint="A question on which people take sides: “Was closing the site justified?”"
        isRequired
        maximum={1000}
        value={row.question}
        onSave={question => edit({ question })}
      />
      <RegisterField
        label="Short name"
        hint="A word or two for narrow places."
        maximum={200}
        value={row.shortName}
        onSave={shortName => edit({ shortName })}
      />
      <RegisterField
        label="Description"
        isLong
        maximum={10_000}
        value={row.description}
        onSave={description => edit({ description })}
      />
      <PartOfField row={row} rows={rows} actions={actions} />
    </div>
  )
}

/** The larger question that this one belongs to: perspectives on its parts count for it, too. */
function PartOfField({ row, rows, actions }: FormProps<Issue>) {
  const id = useId()
  const wholes = possibleWholes(row, rows.issues)
  const parts = rows.issues.filter(({ partOf }) => partOf === row.id)
  const choose = (whole: IssueId | null) =>
    actions.edit('issue', row.id, issue => {
      const edit = setWhole(issue, whole, rows.issues)
      return edit.ok ? edit.value : null
    })
  if (parts.length > 0)
    return (
      <div className="form-field">
        <span className="register-label">Sub-issues</span>
        <ul className="register-parts">
          {parts.map(part => (
            <li key={part.id}>{part.question}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className="form-field">
      <label htmlFor={id}>Part of</label>
      <Combobox
        id={id}
        label="Part of"
        options={wholes.map(whole => ({ id: whole.id, name: whole.question, detail: whole.shortName }))}
        value={row.partOf ?? null}
        placeholder="Stands by itself"
        onChoose={whole => choose(whole as IssueId)}
        onClear={() => choose(null)}
      />
      <p className="form-hint">The larger question it helps to answer. Delete in the field takes it out.</p>
    </div>
  )
}
