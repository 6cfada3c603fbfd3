import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** What to show in place of what failed. */
  fallback(error: Error): ReactNode
  children: ReactNode
}

/** Keeps an error in drawing from leaving a blank window. Only a class can catch one in React. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error)
  }
}
