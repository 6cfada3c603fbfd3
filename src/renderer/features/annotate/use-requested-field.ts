import { useEffect } from 'react'
import { useAnnotateStore } from './annotate-store'
import { fieldId } from './inspector/field-props'

/**
 * Gives the keyboard to the inspector's control that a key asked for, once it is on screen. A hidden inspector
 * is asked for first.
 */
export function useRequestedField(isInspectorShown: boolean, showInspector: () => void): void {
  const requested = useAnnotateStore(state => state.requestedField)
  useEffect(() => {
    if (requested === null) return
    if (!isInspectorShown) {
      showInspector()
      return
    }
    useAnnotateStore.getState().requestField(null)
    const control = controlOf(requested)
    const folded = control?.closest('details')
    if (folded !== null && folded !== undefined) folded.open = true
    control?.focus()
    // It asks once: `showInspector` may be another function at each rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [requested, isInspectorShown])
}

function controlOf(requested: string): HTMLElement | null {
  if (requested !== 'first') return document.getElementById(fieldId(requested))
  const controls = ['input', 'select', 'textarea', 'button'].map(name => `.field ${name}`).join(', ')
  return document.querySelector('[data-pane=inspector]')?.querySelector<HTMLElement>(controls) ?? null
}
