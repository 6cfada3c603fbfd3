import { useEffect } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { CommandRegistry } from '../commands/command-registry'

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
    return () => {
      window.clearTimeout(frame)
      stopListening()
      stopRunning()
    }
  }, [registry, bridge])
}
