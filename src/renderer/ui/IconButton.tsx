import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import './button.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children'> {
  label: string
  icon: LucideIcon
}

/** A button that is only an icon: its name is its label, shown as a tooltip too. */
export function IconButton({ label, icon: Icon, ...rest }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
