/**
 * Parses HTML into a document that nothing runs in and that requests nothing: linkedom has no script engine
 * attached and no loader. It is loaded with the first page: most imports hold none, and it takes a while.
 */
export async function parseHtml(html: string): Promise<Document> {
  const { parseHTML } = await import('linkedom')
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  return parseHTML(whole).document
}
