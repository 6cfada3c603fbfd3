import { encodeUtf8 } from './utf8'

/**
 * SHA-256 as in FIPS 180-4. Written here because the platform's own is asynchronous and differs between
 * window, worker and Node, while readers and change sets must be answered at once.
 */

const primes = firstPrimes(64)
/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
const roundConstants = Int32Array.from(primes, prime => fractionBits(Math.cbrt(prime)))
/** First 32 bits of the fractional parts of the square roots of the first 8 primes (§5.3.3). */
const initialHash = Int32Array.from(primes.slice(0, 8), prime => fractionBits(Math.sqrt(prime)))

/** SHA-256 of the bytes, in lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  const state = Int32Array.from(initialHash)
  const schedule = new Int32Array(64)
  const wholeBlocks = bytes.length - (bytes.length % 64)
  for (let at = 0; at < wholeBlocks; at += 64) addBlock(state, schedule, bytes, at)
  const tail = paddedTail(bytes, wholeBlocks)
  for (let at = 0; at < tail.length; at += 64) addBlock(state, schedule, tail, at)
  return hexOf(state)
}

/** A table, since exchange formats name hundreds of thousands of things by their hash. */
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hexOf(state: Int32Array): string {
  let hex = ''
  for (const word of state)
    hex +=
      (hexOfByte[word >>> 24] ?? '') +
      (hexOfByte[(word >>> 16) & 0xff] ?? '') +
      (hexOfByte[(word >>> 8) & 0xff] ?? '') +
      (hexOfByte[word & 0xff] ?? '')
  return hex
}

/** SHA-256 of bytes that come in pieces. */
export class Sha256 {
  readonly #state = Int32Array.from(initialHash)
  readonly #schedule = new Int32Array(64)
  /** The bytes since the last whole block. */
  readonly #rest = new Uint8Array(64)
  #bytes = 0

  add(bytes: Uint8Array): void {
    const filled = this.#bytes % 64
    this.#bytes += bytes.length
    let from = 0
    if (filled > 0) {
      from = Math.min(64 - filled, bytes.length)
      this.#rest.set(bytes.subarray(0, from), filled)
      if (filled + from < 64) return
      addBlock(this.#state, this.#schedule, this.#rest, 0)
    }
    for (; from + 64 <= bytes.length; from += 64) addBlock(this.#state, this.#schedule, bytes, from)
    this.#rest.set(bytes.subarray(from))
  }

  /** How many bytes were added. */
  get bytes(): number {
    return this.#bytes
  }

  /** Of all that was added so far, in lower-case hex. */
  hex(): string {
    const state = Int32Array.from(this.#state)
    const filled = this.#bytes % 64
    const tail = paddedTail(this.#rest.subarray(0, filled), 0, this.#bytes)
    for (let at = 0; at < tail.length; at += 64) addBlock(state, this.#schedule, tail, at)
    return hexOf(state)
  }
}

/** SHA-256 of the text in UTF-8, in lower-case hex. */
export function sha256OfText(text: string): string {
  return sha256Hex(encodeUtf8(text))
}

/** What follows the last whole block: the rest, a 1 bit, zeros, and the length of all in bits (§5.1.1). */
function paddedTail(bytes: Uint8Array, from: number, length = bytes.length): Uint8Array {
  const rest = bytes.subarray(from)
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128)
  tail.set(rest)
  tail[rest.length] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(length / 0x20000000))
  view.setUint32(tail.length - 4, (length * 8) % 0x100000000)
  return tail
}

function addBlock(state: Int32Array, schedule: Int32Array, bytes: Uint8Array, at: number): void {
  const w = (index: number) => schedule[index] ?? 0
  for (let t = 0; t < 16; t += 1) {
    const from = at + t * 4
    schedule[t] =
      ((bytes[from] ?? 0) << 24) |
      ((bytes[from + 1] ?? 0) << 16) |
      ((bytes[from + 2] ?? 0) << 8) |
      (bytes[from + 3] ?? 0)
  }
  for (let t = 16; t < 64; t += 1) {
    const x = w(t - 15)
    const y = w(t - 2)
    const sigma0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
    const sigma1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
    schedule[t] = (sigma1 + w(t - 7) + sigma0 + w(t - 16)) | 0
  }
  const s = (index: number) => state[index] ?? 0
  let [a, b, c, d, e, f, g, h] = [s(0), s(1), s(2), s(3), s(4), s(5), s(6), s(7)]
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + sum1 + choice + (roundConstants[t] ?? 0) + w(t)) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + sum0 + majority) | 0
  }
  state[0] = s(0) + a
  state[1] = s(1) + b
  state[2] = s(2) + c
  state[3] = s(3) + d
  state[4] = s(4) + e
  state[5] = s(5) + f
  state[6] = s(6) + g
  state[7] = s(7) + h
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function fractionBits(value: number): number {
  return ((value - Math.floor(value)) * 0x100000000) | 0
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every(prime => candidate % prime !== 0)) found.push(candidate)
  }
  return found
}
