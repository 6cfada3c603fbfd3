import { useState } from 'react'
import { articleFields, type ArticleField, type ColumnMapping } from '../../../core/importing/column-mapping'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'
import { TableView } from '../../ui/TableView'
import type { IncomingTable } from './read-import'
import './import-dialogs.css'

interface ColumnsDialogProps {
  incoming: IncomingTable
  /** Null when the table is not to be imported. */
  onAnswer(columns: ColumnMapping | null): void
}

const fieldNames: Readonly<Record<ArticleField, string>> = {
  text: 'Text',
  title: 'Title',
  byline: 'Byline',
  outlet: 'Outlet',
  url: 'Web address',
  publishedAt: 'Date',
  language: 'Language'
}

/** What the columns of a table of articles hold. What their names suggest is chosen already. */
export function ColumnsDialog({ incoming: { name, table }, onAnswer }: ColumnsDialogProps) {
  const [columns, setColumns] = useState<ColumnMapping>(table.suggested)
  const choose = (field: ArticleField, column: string) => {
    const { [field]: _, ...others } = columns
    setColumns(column === '' ? others : { ...others, [field]: column })
  }
  const count = table.rowCount
  const leaveOut = () => onAnswer(null)
  return (
    <Dialog
      title={`Columns of ${name}`}
      className="columns-dialog"
      onClose={leaveOut}
      footer={
        <>
          <Button onClick={leaveOut}>Leave out</Button>
          <Button look="primary" disabled={columns.text === undefined} onClick={() => onAnswer(columns)}>
            {count === 1 ? 'Import 1 article' : `Import ${count.toLocaleString('en')} articles`}
          </Button>
        </>
      }
    >
      <p>Each row becomes an article. Say which column holds what; only the text is needed.</p>
      <div className="columns-fields">
        {articleFields.map(field => (
          <FormField key={field} label={fieldNames[field]}>
            {control => (
              <select
                {...control}
                value={columns[field] ?? ''}
                onChange={event => choose(field, event.target.value)}
              >
                <option value="">{field === 'text' ? 'Choose a column' : 'None'}</option>
                {table.columns.map(column => (
                  <option key={column} value={column}>
                    {column}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        ))}
      </div>
      <TableView
        caption={count > table.rows.length ? `The first ${table.rows.length} rows` : 'Its rows'}
        columns={table.columns.map(title => ({ title }))}
        rows={table.rows}
      />
    </Dialog>
  )
}
