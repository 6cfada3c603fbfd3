import net from 'node:net'

/**
 * Whether something answers there: one TCP connect, no more.
 * @param {string} host
 * @param {number} port
 * @param {number} timeoutMs name look-up included
 * @returns {Promise<boolean>}
 */
export function canReach(host, port, timeoutMs) {
  return new Promise(resolve => {
    const socket = net.connect({ host, port })
    /** @param {boolean} answer */
    const finish = answer => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    // A timer of our own: the socket's would not count the time a name server takes.
    const timer = setTimeout(() => finish(false), timeoutMs)
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
  })
}

/**
 * Host and port that a URL's requests go to. Throws a TypeError when it is no URL.
 * @param {string} address
 */
export function hostAndPort(address) {
  const url = new URL(address)
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port)
  return { host: url.hostname, port }
}

/**
 * Behind a proxy a direct connect says nothing about what a download can reach.
 * @param {NodeJS.ProcessEnv} env
 */
export function isBehindProxy(env) {
  return [env.HTTPS_PROXY, env.https_proxy, env.npm_config_https_proxy].some(Boolean)
}
