import { useEffect } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { CommandRegistry } from '../commands/command-registry'
import { commandForAccelerator } from '../commands/keymap'

/** Keeps the native menu equal to what can be done now, and runs what is chosen in it. */
export function useMenuState(registry: CommandRegistry, bridge: Bridge): void {
  useEffect(() => {
    let sent = ''
    let frame = 0
    const send = () => {
      frame = 0
      const state = registry.menuState()
      const text = JSON.stringify(state)
      if (text === sent) return
      sent = text
      void bridge.request('menu:update', state)
    }
    // A change of focus takes handlers away and puts others in their place: one message for both.
    const schedule = () => {
      if (frame === 0) frame = window.setTimeout(send, 30)
    }
    schedule()
    const stopListening = registry.subscribe(schedule)
    const stopRunning = bridge.on('command:run', ({ id }) => void registry.run(id))
    const onKeyDown = (event: KeyboardEvent) => runAccelerator(registry, event)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.clearTimeout(frame)
      stopListening()
      stopRunning()
    }
  }, [registry, bridge])
}

/** Runs an accelerator in the window; a key that is used here does not reach the native menu again. */
function runAccelerator(registry: CommandRegistry, event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
  const id = commandForAccelerator(event)
  if (id === undefined) return
  // In a text field undo and redo belong to what is being typed.
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea')
  if (isTyping && (id === 'edit.undo' || id === 'edit.redo')) return
  if (registry.run(id)) event.preventDefault()
}
