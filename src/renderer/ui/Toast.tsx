import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { Button } from './Button'
import { announce } from './LiveRegion'
import './toast.css'

interface ToastMessage {
  message: string
  action?: { label: string; run(): void } | undefined
}

const useToast = create<{ toast: ToastMessage | null }>()(() => ({ toast: null }))
const shownMs = 8000

/** Shows one message for eight seconds, in place of the one before, and says it to assistive technology. */
export function notify(message: string, action?: { label: string; run(): void }): void {
  useToast.setState({ toast: { message, action } })
  announce(action === undefined ? message : `${message} ${action.label} available`)
}

/** Where messages appear. The time stands still while the pointer or the keyboard is on one. */
export function Toast() {
  const toast = useToast(state => state.toast)
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (toast === null || isHeld) return
    const timer = setTimeout(() => useToast.setState({ toast: null }), shownMs)
    return () => clearTimeout(timer)
  }, [toast, isHeld])
  if (toast === null) return null
  const hold = { onMouseEnter: () => setIsHeld(true), onMouseLeave: () => setIsHeld(false) }
  return (
    <div
      className="toast"
      role="region"
      aria-label="Message"
      {...hold}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.action !== undefined && (
        <Button
          look="quiet"
          onClick={() => {
            toast.action?.run()
            useToast.setState({ toast: null })
            setIsHeld(false)
          }}
        >
          {toast.action.label}
        </Button>
      )}
    </div>
  )
}
