import { ChildProcess } from 'node:child_process'
import { Socket as DatagramSocket } from 'node:dgram'
import { Socket } from 'node:net'

/**
 * Takes from this thread what could reach a network or start a program. No reader wants either; a hostile
 * document that finds a way into a library finds nothing there.
 */
export function forbidNetwork(): void {
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    Reflect.deleteProperty(globalThis, name)
  const refuse = () => {
    throw new Error('Importing uses no network and starts no program.')
  }
  for (const name of ['connect'] as const) Socket.prototype[name] = refuse
  for (const name of ['bind', 'connect', 'send'] as const) DatagramSocket.prototype[name] = refuse
  Reflect.set(ChildProcess.prototype, 'spawn', refuse)
}
