import type { ReactNode } from 'react'
import './failure.css'

interface FailureScreenProps {
  title: string
  message: string
  /** Ways on: one or two buttons. */
  children?: ReactNode
}

/** In place of what could not be shown: what happened, and what can be done. Never a blank window. */
export function FailureScreen({ title, message, children }: FailureScreenProps) {
  return (
    <main className="failure-screen" role="alert">
      <h1>{title}</h1>
      <p>{message}</p>
      {children !== undefined && <div>{children}</div>}
    </main>
  )
}
