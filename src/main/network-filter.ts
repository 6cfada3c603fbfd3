import { appOrigin, type Origin } from './app-origin'

/**
 * Whether the window may load this URL: our own files, data it made itself, and in development the
 * server it was loaded from. Everything else would be a network.
 */
export function isAllowedRequest(url: string, trusted: Origin): boolean {
  if (url.startsWith(`${appOrigin}/`)) return true
  if (url.startsWith('blob:') || url.startsWith('data:')) return true
  if (!trusted.isDevelopment) return false
  if (url.startsWith('devtools:')) return true
  const server = new URL(trusted.origin)
  return URL.canParse(url) && new URL(url).host === server.host && /^(http|ws):/.test(url)
}
