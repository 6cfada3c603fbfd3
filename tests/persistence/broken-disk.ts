import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb'

interface Startable {
  _start(): void
  abort(): void
  _state: string
}

const transactionPrototype = IDBTransaction.prototype as unknown as Startable
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with their transaction below
const { _start: start, abort } = transactionPrototype

/**
 * A disk that takes transactions and never answers, as Chromium does from the second write on after the disk
 * ran full. `recover` lets those go on that were not taken back; without `canAbort` these are all, as when a
 * transaction is being written out already.
 */
export function hangingDisk({ canAbort = true } = {}): { recover(): void } {
  const held = new Set<Startable>()
  transactionPrototype._start = function (this: Startable) {
    held.add(this)
  }
  if (!canAbort) {
    transactionPrototype.abort = () => {
      throw new DOMException('being written out', 'InvalidStateError')
    }
  }
  return {
    recover() {
      Object.assign(transactionPrototype, { _start: start, abort })
      for (const transaction of held) if (transaction._state !== 'finished') start.call(transaction)
      held.clear()
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

/** A disk that takes the writes and undoes the transaction instead of completing it. */
export function abortingDisk(): { recover(): void } {
  const prototype = IDBObjectStore.prototype
  const { add } = prototype
  prototype.add = function (this: IDBObjectStore, ...args) {
    const request = add.apply(this, args)
    request.addEventListener('success', () => this.transaction.abort())
    return request
  }
  return { recover: () => void Object.assign(prototype, { add }) }
}
