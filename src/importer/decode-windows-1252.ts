/** What the bytes 0x80 to 0x9F stand for (Encoding standard, index windows-1252). */
const upperWindows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand: the decoder of several versions of Node takes these bytes for ISO 8859-1 and gives controls. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, control => upperWindows1252[control.charCodeAt(0) - 0x80] ?? control)
}
