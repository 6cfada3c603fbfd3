import { X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { IconButton } from './IconButton'
import { countOpenDialog } from './open-dialogs'
import './dialog.css'

interface DialogProps {
  title: string
  isTitleHidden?: boolean
  className?: string
  /** Escape, the close button, or a click beside a dialog in which nothing can be typed. */
  onClose(): void
  footer?: ReactNode
  children: ReactNode
}

const firstControl =
  '.dialog-body :is(input, textarea, select, [tabindex="0"]), .dialog-foot .primary, .dialog-foot button'

/** A modal dialog in the browser's top layer: it keeps the keyboard and gives it back when it closes. */
export function Dialog({ title, isTitleHidden = false, className, onClose, footer, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    const before = document.activeElement
    element.showModal()
    // Not the close button, which comes first: what the dialog is about.
    element.querySelector<HTMLElement>(firstControl)?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Counted before it can be seen: what comes from the menu a moment later already finds it open.
  useLayoutEffect(countOpenDialog, [])
  return (
    <dialog
      ref={dialog}
      className={['dialog', className].filter(Boolean).join(' ')}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={event => event.target === dialog.current && !isBeingFilled(dialog.current) && onClose()}
    >
      <div className="dialog-frame">
        {isTitleHidden ? (
          <h2 id={titleId} className="visually-hidden">
            {title}
          </h2>
        ) : (
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton label="Close" icon={X} onClick={onClose} />
          </header>
        )}
        <div className="dialog-body">{children}</div>
        {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  )
}

/** A slip of the mouse must not throw away what was typed. */
function isBeingFilled(dialog: HTMLDialogElement): boolean {
  return dialog.querySelector('form, textarea') !== null
}
