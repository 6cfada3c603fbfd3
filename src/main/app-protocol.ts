import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { appScheme } from './app-origin'
import { mimeTypeOf, resolveBuildFile, type BuildFiles } from './build-files'

/** No network, no inline script or style, no eval, no frames, no forms: the build's own files alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // Pictures that the page made itself, for their preview and for PNG.
  "img-src 'self' blob:",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

const commonHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin'
}

/** Must run before the app is ready. Standard and secure, so that IndexedDB, modules and workers work. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

/** Serves `app://counterpoint/…` to this session from the fixed list of files; anything else is a 404. */
export function serveBuildFiles(session: Session, files: BuildFiles): void {
  session.protocol.handle(appScheme, async request => {
    const file = request.method === 'GET' ? resolveBuildFile(files, request.url) : undefined
    if (file === undefined) return notFound()
    try {
      // Not net.fetch('file://…'): a path from the list is never turned into a URL again.
      const bytes = await readFile(file)
      return new Response(new Uint8Array(bytes), {
        headers: { ...commonHeaders, 'Content-Type': mimeTypeOf(file) }
      })
    } catch {
      return notFound()
    }
  })
}

function notFound(): Response {
  return new Response('This file is not part of Counterpoint.', {
    status: 404,
    headers: { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8' }
  })
}
