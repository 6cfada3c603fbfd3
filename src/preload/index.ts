import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { eventChannel, requestChannel } from '../contract/channels'
import type { Bridge, EventName, Events } from '../contract/ipc'
import { fail, type Result } from '../core/result'

// Names are checked in main, where a hostile page cannot reach the check; here they are only carried.
const bridge: Bridge = {
  async request(name, ...args) {
    try {
      return (await ipcRenderer.invoke(requestChannel, name, args)) as Result<never>
    } catch (error) {
      return fail('not-sent', error instanceof Error ? error.message : String(error))
    }
  },
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void) {
    const receive = (_event: IpcRendererEvent, received: EventName, detail: Events[N]) => {
      if (received === name) listener(detail)
    }
    ipcRenderer.on(eventChannel, receive)
    return () => {
      ipcRenderer.removeListener(eventChannel, receive)
    }
  }
}

contextBridge.exposeInMainWorld('counterpoint', bridge)
