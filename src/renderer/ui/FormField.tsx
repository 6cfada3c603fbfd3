import { useId, type ReactNode } from 'react'
import './dialog.css'

interface ControlProps {
  id: string
  'aria-describedby': string
  'aria-invalid': boolean
}

interface FormFieldProps {
  label: string
  hint?: string
  /** Said beside the control that caused it. */
  error?: string | undefined
  children(control: ControlProps): ReactNode
}

/** A label, a control and what is wrong with its value, tied together for assistive technology. */
export function FormField({ label, hint, error, children }: FormFieldProps) {
  const id = useId()
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': error !== undefined })}
      <p id={`${id}-note`} className={error === undefined ? 'form-hint' : 'form-error'}>
        {error ?? hint}
      </p>
    </div>
  )
}
