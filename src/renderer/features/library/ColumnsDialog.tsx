import { useState } from 'react'
import { mapColumns } from '../../../core/formats/csv/csv-columns'
import {
  annotationFields,
  articleFields,
  type AnnotationField,
  type AnnotationMapping,
  type ArticleField,
  type ColumnMapping,
  type TableMeaning
} from '../../../core/importing/column-mapping'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TableView } from '../../ui/TableView'
import type { IncomingTable } from './read-import'
import './import-dialogs.css'

interface ColumnsDialogProps {
  incoming: IncomingTable
  /** Null when the table is not to be imported. */
  onAnswer(meaning: TableMeaning | null): void
}

const articleFieldNames: Readonly<Record<ArticleField, string>> = {
  text: 'Text',
  title: 'Title',
  byline: 'Byline',
  outlet: 'Outlet',
  url: 'Web address',
  publishedAt: 'Date',
  language: 'Language'
}
const annotationFieldNames: Readonly<Record<AnnotationField, string>> = {
  layer: 'Layer or label',
  start: 'Start',
  end: 'End',
  article: 'Article',
  quote: 'Quotation',
  memo: 'Memo',
  annotator: 'Annotator'
}
const explanations: Readonly<Record<TableMeaning['rows'], string>> = {
  articles: 'Each row becomes an article. Say which column holds what; only the text is needed.',
  annotations:
    'Each row becomes an annotation in the texts chosen with the table: .txt files named as the column “Article” names them. Start and end count characters from 0; columns that are not named here become attributes.'
}

/** What the rows and columns of a table hold. What names suggest is chosen already. */
export function ColumnsDialog({ incoming: { name, table }, onAnswer }: ColumnsDialogProps) {
  const isCsv = /\.(?:csv|tsv)$/i.test(name)
  const [articles, setArticles] = useState<ColumnMapping>(table.suggested)
  const [annotations, setAnnotations] = useState(() => suggestedAnnotations(table.columns))
  const [rows, setRows] = useState<TableMeaning['rows']>(
    isCsv && annotations.start !== undefined && annotations.end !== undefined ? 'annotations' : 'articles'
  )
  const meaning: TableMeaning =
    rows === 'articles' ? { rows, columns: articles } : { rows, columns: annotations }
  const count = table.rowCount
  const leaveOut = () => onAnswer(null)
  const one = rows === 'articles' ? 'article' : 'annotation'
  return (
    <Dialog
      title={`Columns of ${name}`}
      className="columns-dialog"
      onClose={leaveOut}
      footer={
        <>
          <Button onClick={leaveOut}>Leave out</Button>
          <Button look="primary" disabled={!isWhole(meaning)} onClick={() => onAnswer(meaning)}>
            {count === 1 ? `Import 1 ${one}` : `Import ${count.toLocaleString('en')} ${one}s`}
          </Button>
        </>
      }
    >
      {isCsv && (
        <SegmentedControl<TableMeaning['rows']>
          label="What a row is"
          options={[
            { id: 'articles', name: 'A row is an article' },
            { id: 'annotations', name: 'A row is an annotation' }
          ]}
          value={rows}
          onChange={setRows}
        />
      )}
      <p>{explanations[rows]}</p>
      <div className="columns-fields">
        {rows === 'articles' ? (
          <Fields
            fields={articleFields}
            names={articleFieldNames}
            needed={['text']}
            columns={table.columns}
            chosen={articles}
            onChoose={setArticles}
          />
        ) : (
          <Fields
            fields={annotationFields}
            names={annotationFieldNames}
            needed={neededOfAnnotations}
            columns={table.columns}
            chosen={annotations}
            onChoose={setAnnotations}
          />
        )}
      </div>
      <TableView
        caption={count > table.rows.length ? `The first ${table.rows.length} rows` : 'Its rows'}
        columns={table.columns.map(title => ({ title }))}
        rows={table.rows}
      />
    </Dialog>
  )
}

interface FieldsProps<Field extends string> {
  fields: readonly Field[]
  names: Readonly<Record<Field, string>>
  needed: readonly Field[]
  columns: readonly string[]
  chosen: Partial<Record<Field, string>>
  onChoose(chosen: Partial<Record<Field, string>>): void
}

function Fields<Field extends string>({
  fields,
  names,
  needed,
  columns,
  chosen,
  onChoose
}: FieldsProps<Field>) {
  const choose = (field: Field, column: string) => {
    const others = { ...chosen }
    delete others[field]
    onChoose(column === '' ? others : { ...others, [field]: column })
  }
  return fields.map(field => (
    <FormField key={field} label={names[field]}>
      {control => (
        <select
          {...control}
          value={chosen[field] ?? ''}
          onChange={event => choose(field, event.target.value)}
        >
          <option value="">{needed.includes(field) ? 'Choose a column' : 'None'}</option>
          {columns.map(column => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </select>
      )}
    </FormField>
  ))
}

const neededOfAnnotations: readonly AnnotationField[] = ['layer', 'start', 'end']

function isWhole(meaning: TableMeaning): boolean {
  return meaning.rows === 'articles'
    ? meaning.columns.text !== undefined
    : neededOfAnnotations.every(field => meaning.columns[field] !== undefined)
}

function suggestedAnnotations(columns: readonly string[]): AnnotationMapping {
  const named = mapColumns(columns)
  return Object.fromEntries(
    annotationFields.flatMap(field => (named[field] === undefined ? [] : [[field, named[field]]]))
  )
}
