import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What went wrong, said beside its cause and at once to assistive technology. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="backups-problem" role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}
