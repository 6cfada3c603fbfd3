import { editIssue } from '../../../core/project/edits'
import type { Issue } from '../../../core/project/entities'
import type { FormProps } from './form-props'
import { RegisterField } from './RegisterField'

/** Everything about an issue; each field is saved when it is left. */
export function IssueForm({ row, actions }: FormProps<Issue>) {
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
    </div>
  )
}
