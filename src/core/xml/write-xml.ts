/** Characters that XML 1.0 has no way to say (https://www.w3.org/TR/xml/#charsets). */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Text with each such character replaced by a space, so that every offset stays. */
export function withoutForbidden(text: string): string {
  return text.replace(forbidden, ' ')
}

/** Text between tags. A carriage return would be read as a line break. */
export function xmlText(text: string): string {
  return withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** Text in an attribute: line breaks and tabs would be read as spaces. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** A start tag, or an empty element. Attributes that are undefined are left out. */
export function tag(name: string, attributes: XmlAttributes, isEmpty = true): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(String(value))}"`]
  )
  return `<${name}${written.join('')}${isEmpty ? '/' : ''}>`
}

export function element(name: string, attributes: XmlAttributes, content: string): string {
  return `${tag(name, attributes, false)}${content}</${name}>`
}
