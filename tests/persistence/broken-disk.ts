import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb'

interface Startable {
  _start(): void
  _state: string
}

const transactionPrototype = IDBTransaction.prototype as unknown as Startable
const { _start: start } = transactionPrototype

/**
 * A disk that takes transactions and never answers, as Chromium does from the second write on after the disk
 * ran full. `recover` lets those go on that were not taken back.
 */
export function hangingDisk(): { recover(): void } {
  const held = new Set<Startable>()
  transactionPrototype._start = function (this: Startable) {
    held.add(this)
  }
  return {
    recover() {
      transactionPrototype._start = start
      for (const transaction of held) if (transaction._state !== 'finished') start.call(transaction)
      held.clear()
    }
  }
}

/** A disk that stores everything, but says so only when it recovers: too late to take anything back. */
export function speechlessDisk(): { recover(): void } {
  const prototype = IDBTransaction.prototype as unknown as { dispatchEvent(event: Event): boolean }
  const { dispatchEvent } = prototype
  const held: (() => void)[] = []
  prototype.dispatchEvent = function (this: IDBTransaction, event: Event) {
    if (event.type !== 'complete' || this.mode !== 'readwrite') return dispatchEvent.call(this, event)
    held.push(() => dispatchEvent.call(this, event))
    return true
  }
  return {
    recover() {
      Object.assign(prototype, { dispatchEvent })
      for (const say of held.splice(0)) say()
    }
  }
}

/** A disk that refuses to write, with the error of this name. */
export function failingDisk(errorName: string, fromWrite = 1): { recover(): void } {
  const prototype = IDBObjectStore.prototype
  const { add, put } = prototype
  let writes = 0
  const guard = <T extends unknown[], R>(write: (...args: T) => R) =>
    function (this: IDBObjectStore, ...args: T): R {
      writes += 1
      if (writes >= fromWrite) throw new DOMException('made to fail', errorName)
      return write.apply(this, args)
    }
  prototype.add = guard(add)
  prototype.put = guard(put)
  return { recover: () => void Object.assign(prototype, { add, put }) }
}

/** A disk that takes the writes and undoes the transaction at its last one instead of completing it. */
export function abortingDisk(): { recover(): void } {
  const prototype = IDBObjectStore.prototype
  const { put } = prototype
  prototype.put = function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args)
    if (this.name === 'heads') request.addEventListener('success', () => this.transaction.abort())
    return request
  }
  return { recover: () => void Object.assign(prototype, { put }) }
}
