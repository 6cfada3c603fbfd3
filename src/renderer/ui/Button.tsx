import type { ComponentProps, ReactNode } from 'react'
import './button.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  look?: 'default' | 'primary' | 'quiet'
  /** Key caps to print; they are not part of the name. */
  keys?: readonly string[]
  children: ReactNode
}

/** With `form` it submits the form of that id, from anywhere in the document; otherwise it only is pressed. */
export function Button({ look = 'default', keys = [], children, className, ...rest }: ButtonProps) {
  return (
    <button
      type={rest.form === undefined ? 'button' : 'submit'}
      className={['button', look, className].filter(Boolean).join(' ')}
      {...rest}
    >
      {children}
      {keys.length > 0 && (
        <span aria-hidden="true">
          {keys.map(key => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      )}
    </button>
  )
}
