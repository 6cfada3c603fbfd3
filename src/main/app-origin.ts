/** Where the window's own pages live. One host, so that the origin can be compared exactly. */
export const appScheme = 'app'
export const appOrigin = 'app://counterpoint'

/** Which pages this process trusts: the build, or in development the server on this machine. */
export interface Origin {
  origin: string
  startUrl: string
  isDevelopment: boolean
}

/**
 * The trusted origin. A development server counts only when the app is not packaged and the server's
 * address is on this machine; anything else answers the build's origin.
 */
export function chooseOrigin(isPackaged: boolean, serverUrl: string | undefined): Origin {
  const build = { origin: appOrigin, startUrl: `${appOrigin}/`, isDevelopment: false }
  if (isPackaged || serverUrl === undefined || !URL.canParse(serverUrl)) return build
  const server = new URL(serverUrl)
  const isLocal = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  return isLocal ? { origin: server.origin, startUrl: server.href, isDevelopment: true } : build
}
