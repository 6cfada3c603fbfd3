import { useDraft } from '../../../ui/use-draft'

interface NumberInputProps {
  id?: string | undefined
  value: number | undefined
  /** Inclusive. */
  minimum: number
  maximum: number
  isWhole?: boolean
  /** Called with a number inside the limits, or undefined for an emptied field. */
  onChange(value: number | undefined): void
}

/** A number, saved when the field is left or Enter is pressed. What is none is not: the saved one comes back. */
export function NumberInput({ id, value, minimum, maximum, isWhole = false, onChange }: NumberInputProps) {
  const draft = useDraft(value === undefined ? '' : String(value), text => {
    const number = Number(text)
    if (text === '') onChange(undefined)
    else if (number >= minimum && number <= maximum && (!isWhole || Number.isInteger(number)))
      onChange(number)
  })
  return (
    <input
      id={id}
      className="text-input numeric"
      type="number"
      min={Number.isFinite(minimum) ? minimum : undefined}
      max={Number.isFinite(maximum) ? maximum : undefined}
      step={isWhole ? 1 : 'any'}
      value={draft.text}
      // The browser gives letters as an empty value, which must not unset what is saved.
      onChange={({ target }) => (target.validity.badInput ? draft.discard() : draft.change(target.value))}
      onBlur={({ target }) => {
        if (target.validity.badInput) target.value = ''
        draft.save()
      }}
      onKeyDown={event => event.key === 'Enter' && draft.save()}
    />
  )
}
