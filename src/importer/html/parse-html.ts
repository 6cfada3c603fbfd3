import { parseHTML } from 'linkedom'

/**
 * Parses HTML into a document that nothing runs in and that requests nothing: linkedom has no script engine
 * attached and no loader.
 */
export function parseHtml(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  return parseHTML(whole).document
}
