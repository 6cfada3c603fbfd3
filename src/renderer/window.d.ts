import type { Bridge } from '../contract/ipc'

declare global {
  interface Window {
    readonly counterpoint: Bridge
  }
}
