import { useEffect } from 'react'
import type { CommandId } from '../../contract/commands'
import type { Bridge } from '../../contract/ipc'
import type { CommandRegistry } from '../commands/command-registry'
import { useOpenDialogs } from '../ui/open-dialogs'

/** Keeps the native menu equal to what can be done now, and runs what is chosen in it. */
export function useMenuState(registry: CommandRegistry, bridge: Bridge): void {
  useEffect(() => {
    let sent = ''
    let frame = 0
    const send = () => {
      frame = 0
      const state = { ...registry.menuState(), ...(isDialogOpen() ? { enabled: [] } : {}) }
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
    const stopWatching = useOpenDialogs.subscribe(schedule)
    const stopRunning = bridge.on('command:run', ({ id }) => {
      if (!isDialogOpen()) registry.run(id)
    })
    const onKeyDown = (event: KeyboardEvent) => runAccelerator(registry, event)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.clearTimeout(frame)
      stopListening()
      stopWatching()
      stopRunning()
    }
  }, [registry, bridge])
}

/** What a dialog asks is answered before anything else is done. */
function isDialogOpen(): boolean {
  return useOpenDialogs.getState().count > 0
}

/** Keys that edit what is being typed, in a dialog and elsewhere. */
const keysOfText: readonly CommandId[] = ['edit.undo', 'edit.redo']
/** In a dialog this pastes without formats; elsewhere it makes an article of what was copied. */
const keysOfDialogText: readonly CommandId[] = [...keysOfText, 'articles.paste']

/** Runs an accelerator in the window; a key that is used here does not reach the native menu again. */
function runAccelerator(registry: CommandRegistry, event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  const id = registry.commandForAccelerator(event)
  if (id === undefined) return
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea')
  if (isTyping && (isDialogOpen() ? keysOfDialogText : keysOfText).includes(id)) return
  if (isDialogOpen() || registry.run(id)) event.preventDefault()
}
