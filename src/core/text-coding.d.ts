/**
 * The part of the Encoding standard that the core uses. Every runtime we run in has it, but no ES library
 * declares it, and the core does without the DOM's and Node's types.
 */
interface TextDecoder {
  decode(input?: Uint8Array): string
}

// eslint-disable-next-line no-var -- the DOM declares it as a var, and only a var may be declared twice
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder
}
