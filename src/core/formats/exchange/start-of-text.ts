import type { SourceFile } from '../format'

/** The first of a file as text, for telling what it is: never fails, and reads no further than `bytes`. */
export function startOfText(file: SourceFile, bytes = 4096): string {
  return new TextDecoder('utf-8').decode(file.bytes.subarray(0, bytes))
}
