import { useId, useState, type FormEvent } from 'react'
import { describeEdtf, parseEdtf } from '../../../core/chronology/edtf'
import type { ArticleMetadata } from '../../../core/project/edits'
import type { Article } from '../../../core/project/entities'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'

interface ArticleDetailsDialogProps {
  article: Article
  onSave(patch: ArticleMetadata): void
  onClose(): void
}

const fields = [
  { key: 'title', label: 'Title' },
  { key: 'byline', label: 'Byline' },
  { key: 'outlet', label: 'Outlet' },
  { key: 'publishedAt', label: 'Published' },
  { key: 'url', label: 'Address' },
  { key: 'language', label: 'Language' }
] as const

/** What is known about an article beside its text. */
export function ArticleDetailsDialog({ article, onSave, onClose }: ArticleDetailsDialogProps) {
  const form = useId()
  const { title, byline, outlet, url, publishedAt, language } = article
  const [draft, setDraft] = useState<ArticleMetadata>({ title, byline, outlet, url, publishedAt, language })
  const errors = problemsOf(draft)
  const date = parseEdtf(draft.publishedAt)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(errors).length > 0) return
    onSave({ ...draft, title: draft.title.trim() })
    onClose()
  }
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" form={form} disabled={Object.keys(errors).length > 0}>
        Save
      </Button>
    </>
  )
  return (
    <Dialog title="Article details" onClose={onClose} footer={footer}>
      <form id={form} className="form" onSubmit={save}>
        {fields.map(({ key, label }) => (
          <FormField
            key={key}
            label={label}
            error={errors[key]}
            hint={
              key === 'publishedAt'
                ? date.ok
                  ? describeEdtf(date.value)
                  : 'As 2024-08-30, 2024-08 or 2024'
                : key === 'language'
                  ? 'A language tag: en, en-US, de'
                  : ''
            }
          >
            {control => (
              <input
                {...control}
                value={draft[key]}
                onChange={event => setDraft({ ...draft, [key]: event.target.value })}
              />
            )}
          </FormField>
        ))}
      </form>
    </Dialog>
  )
}

function problemsOf(draft: ArticleMetadata): Partial<Record<keyof ArticleMetadata, string>> {
  const problems: Partial<Record<keyof ArticleMetadata, string>> = {}
  if (draft.title.trim() === '') problems.title = 'An article needs a title.'
  if (draft.publishedAt !== '') {
    const date = parseEdtf(draft.publishedAt)
    if (!date.ok) problems.publishedAt = date.error.message
  }
  if (draft.language !== '' && !/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/u.test(draft.language))
    problems.language = 'Not a language tag. Try en or en-US.'
  return problems
}
