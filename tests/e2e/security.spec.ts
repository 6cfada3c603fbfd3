import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createSocket, type Socket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type CDPSession } from '@playwright/test'
import { launchCounterpoint } from './launch'

/**
 * What the application promises about the outside world, asked from inside its own page, where an
 * attacker's script would be. A listener on this machine counts what arrives: a refusal that is only
 * an error message in the page would still be a packet on the wire.
 */
type Launched = Awaited<ReturnType<typeof launchCounterpoint>>

let launched: Launched
let debugging: CDPSession | undefined
let listener: Server
let udpListener: Socket
let arrived: string[] = []
let packets = 0

const address = () => `127.0.0.1:${(listener.address() as AddressInfo).port}`

test.beforeAll(async () => {
  listener = createServer((request, response) => {
    arrived.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('reached')
  })
  // Connections count too: a preconnect says nothing, and a WebSocket is no request.
  listener.on('connection', () => arrived.push('connection'))
  listener.on('upgrade', (_request, socket) => socket.destroy())
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  udpListener = createSocket('udp4', () => (packets += 1)).bind(0, '127.0.0.1')
  await once(udpListener, 'listening')
  launched = await launchCounterpoint()
  debugging = undefined
})

test.afterAll(async () => {
  await launched.close()
  listener.close()
  udpListener.close()
})

test.beforeEach(() => {
  arrived = []
  packets = 0
})

test('the listener itself counts what reaches it', async () => {
  // Without this, "nothing arrived" could also mean that nobody listened.
  await fetch(`http://${address()}/control`)
  expect(arrived).toEqual(['connection', '/control'])
  const sender = createSocket('udp4')
  await new Promise(sent => sender.send('control', udpListener.address().port, '127.0.0.1', sent))
  sender.close()
  await expect.poll(() => packets).toBe(1)
})

test('the page has nothing of Node or Electron but the bridge', async () => {
  const found = await launched.page.evaluate(() => ({
    globals: [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__dirname',
      'ipcRenderer',
      'electron'
    ].filter(name => name in window),
    bridge: Object.keys(window.counterpoint).sort(),
    origin: location.origin
  }))
  expect(found).toEqual({ globals: [], bridge: ['on', 'request'], origin: 'app://counterpoint' })
})

test('the page runs in the sandbox, isolated', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag: webviewTag ?? false }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false
  })
})

test('the policy blocks inline scripts, inline styles and eval', async () => {
  const outcome = await launched.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.__inlineRan = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = '#probe { position: fixed }'
    const probe = document.createElement('div')
    probe.id = 'probe'
    probe.setAttribute('style', 'opacity: 0.5')
    document.body.append(style, probe)
    const { position, opacity } = getComputedStyle(probe)
    for (const element of [script, style, probe]) element.remove()
    // The debugger lifts the ban on eval for what it evaluates itself, so ask from a task of the page's own.
    await new Promise(later => setTimeout(later, 10))
    const refused = (run: () => unknown) => {
      try {
        run()
        return false
      } catch (error) {
        return error instanceof EvalError
      }
    }
    return {
      inlineRan: '__inlineRan' in window,
      position,
      opacity,
      evalRefused: refused(() => (0, eval)('1')),
      functionRefused: refused(() => Reflect.construct(Function, ['return 1']))
    }
  })
  expect(outcome).toEqual({
    inlineRan: false,
    position: 'static',
    opacity: '1',
    evalRefused: true,
    functionRefused: true
  })
})

const ways = [
  'fetch',
  'fetch-no-cors',
  'xhr',
  'beacon',
  'websocket',
  'event-source',
  'image',
  'stylesheet',
  'script',
  'font',
  'media',
  'prefetch',
  'preconnect',
  'form',
  'ping',
  'worker'
] as const

// Two walls, each tried alone: a mistake in the policy must not open the way out.
for (const hasPolicy of [true, false]) {
  test.describe(`nothing reaches a listener on this machine, with the policy ${hasPolicy ? 'on' : 'bypassed'}`, () => {
    test.beforeAll(async () => bypassPolicy(!hasPolicy))
    test.afterAll(async () => bypassPolicy(false))
    for (const way of ways) {
      test(`by ${way}`, async () => {
        await launched.page.evaluate(tryToReach, { way, host: address() })
        await launched.page.waitForTimeout(150)
        expect(arrived).toEqual([])
        expect(launched.page.url()).toMatch(/^app:\/\/counterpoint\/(#|$)/)
      })
    }
  })
}

async function bypassPolicy(enabled: boolean): Promise<void> {
  debugging ??= await launched.page.context().newCDPSession(launched.page)
  await debugging.send('Page.setBypassCSP', { enabled })
  await launched.page.reload()
  const inlineRan = await launched.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.__bypassed = true'
    document.body.append(script)
    return '__bypassed' in window
  })
  expect(inlineRan, 'the switch itself works').toBe(enabled)
}

test('WebRTC sends no packet to a STUN server', async () => {
  await launched.page.evaluate(async port => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
    connection.createDataChannel('probe')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise(later => setTimeout(later, 1500))
    connection.close()
  }, udpListener.address().port)
  expect(packets).toBe(0)
})

test('every permission that would reach outside is denied', async () => {
  const answers = await launched.page.evaluate(async () => {
    const denied = (ask: Promise<unknown>) =>
      ask.then(
        () => 'granted',
        () => 'denied'
      )
    return {
      geolocation: await denied(
        new Promise((found, refused) => navigator.geolocation.getCurrentPosition(found, refused))
      ),
      notifications: await Notification.requestPermission(),
      camera: await denied(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await denied(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await denied(navigator.mediaDevices.getDisplayMedia()),
      clipboardRead: await denied(navigator.clipboard.readText())
    }
  })
  expect(answers).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    screen: 'denied',
    clipboardRead: 'denied'
  })
})

test('text can be written to the clipboard', async () => {
  // Only a focused page may write, and a display without a window manager gives focus to what is clicked.
  await expect(async () => {
    await launched.page.mouse.click(2, 2)
    expect(await launched.page.evaluate(() => document.hasFocus())).toBe(true)
  }).toPass({ timeout: 5000 })
  const outcome = await launched.page.evaluate(() =>
    navigator.clipboard.writeText('written by a test').then(() => 'written', String)
  )
  expect(outcome).toBe('written')
  expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('written by a test')
})

test('no second window opens', async () => {
  const opened = await launched.page.evaluate(() =>
    ['https://example.org/', '', 'app://counterpoint/'].map(url => window.open(url))
  )
  expect(opened).toEqual([null, null, null])
  expect(launched.app.windows()).toHaveLength(1)
})

test.describe('navigation is refused', () => {
  const places = [
    'http://LISTENER/away',
    'app://counterpoint/assets/',
    'app://elsewhere/',
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>'
  ]
  for (const place of places) {
    test(`to ${place}`, async () => {
      const before = launched.page.url()
      await launched.page.evaluate(() => void Reflect.set(window, '__stillHere', true))
      await launched.page.evaluate(url => void (location.href = url), place.replace('LISTENER', address()))
      await launched.page.waitForTimeout(300)
      expect(launched.page.url()).toBe(before)
      expect(await launched.page.evaluate(() => Reflect.get(window, '__stillHere') as unknown)).toBe(true)
      expect(arrived).toEqual([])
    })
  }
})

test('frames and webviews load nothing', async () => {
  const outcome = await launched.page.evaluate(async host => {
    const made = ['iframe', 'webview', 'object', 'embed'].map(tag => {
      const element = document.createElement(tag)
      const target = tag === 'object' ? 'data' : 'src'
      element.setAttribute(target, `http://${host}/${tag}`)
      document.body.append(element)
      return element
    })
    const own = document.createElement('iframe')
    own.src = 'app://counterpoint/'
    document.body.append(own)
    await new Promise(later => setTimeout(later, 500))
    let ownDocument = 'unreachable'
    try {
      ownDocument = own.contentWindow?.document.getElementById('root') === null ? 'empty' : 'loaded'
    } catch {
      // An error page of another origin: nothing of ours is in it.
    }
    const isWebview = 'loadURL' in (made[1] ?? {})
    for (const element of [...made, own]) element.remove()
    return { ownDocument, isWebview }
  }, address())
  expect(outcome.isWebview).toBe(false)
  expect(outcome.ownDocument).not.toBe('loaded')
  expect(arrived).toEqual([])
})

test('a download is refused', async () => {
  const downloads: string[] = []
  launched.page.on('download', download => downloads.push(download.url()))
  await launched.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['probe']))
    link.download = 'probe.txt'
    link.click()
  })
  await launched.page.waitForTimeout(300)
  expect(downloads).toEqual([])
})

test.describe('a path outside the build is answered 404', () => {
  const paths = [
    '/../../package.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/index.html%00.js',
    '//etc/passwd',
    '/etc/passwd',
    '/file:///etc/passwd',
    '/main/index.js'
  ]
  for (const path of paths) {
    test(path, async () => {
      const status = await launched.app.evaluate(
        async ({ session }, url) => (await session.defaultSession.fetch(url)).status,
        `app://counterpoint${path}`
      )
      expect(status).toBe(404)
    })
  }

  test('and so is another host', async () => {
    const status = await launched.app.evaluate(async ({ session }) =>
      session.defaultSession.fetch('app://elsewhere/index.html').then(
        response => response.status,
        () => 'refused'
      )
    )
    expect(status).toBe(404)
  })

  test('while the page itself is answered with its policy', async () => {
    const answer = await launched.app.evaluate(async ({ session }) => {
      const response = await session.defaultSession.fetch('app://counterpoint/')
      return {
        status: response.status,
        policy: response.headers.get('content-security-policy'),
        sniffing: response.headers.get('x-content-type-options'),
        type: response.headers.get('content-type')
      }
    })
    expect(answer.status).toBe(200)
    expect(answer.policy).toContain("default-src 'none'")
    expect(answer.policy).not.toContain('unsafe')
    expect(answer.sniffing).toBe('nosniff')
    expect(answer.type).toBe('text/html; charset=utf-8')
  })
})

test.describe('a request that was not agreed on is answered with a failure', () => {
  const requests: [name: string, args: unknown[], code: string][] = [
    ['files:delete', [], 'unknown-request'],
    ['__proto__', [], 'unknown-request'],
    ['constructor', [], 'unknown-request'],
    ['app:info', ['too many'], 'bad-arguments'],
    ['theme:set', ['pink'], 'bad-arguments'],
    ['files:open', [], 'bad-arguments'],
    ['export:write', ['ticket', 7], 'bad-arguments'],
    ['export:write', ['no-such-ticket', 'text'], 'no-such-export'],
    ['export:write', ['ticket', 'x'.repeat(17 * 1024 * 1024)], 'message-too-large'],
    ['shell:show-file', ['/etc/passwd'], 'not-exported']
  ]
  for (const [name, args, code] of requests) {
    test(`${name} with ${JSON.stringify(args).slice(0, 40)}`, async () => {
      const answer = await launched.page.evaluate(
        ([asked, given]) => {
          // As a hostile script would: without the types.
          const bridge = window.counterpoint as unknown as { request(...all: unknown[]): Promise<unknown> }
          return bridge.request(asked, ...given)
        },
        [name, args] as const
      )
      expect(answer).toMatchObject({ ok: false, error: { code } })
    })
  }
})

test('a second instance on the same profile exits at once and leaves the first running', async () => {
  const [program, ...args] = await launched.app.evaluate(({ app }) => {
    app.once('second-instance', () => Reflect.set(globalThis, 'sawSecondInstance', true))
    return process.argv
  })
  const started = Date.now()
  const own = args.filter(arg => !/^--(inspect|remote-debugging)/.test(arg))
  const second = spawn(program ?? '', own, { stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(Date.now() - started).toBeLessThan(10_000)
  const isSeen = await launched.app.evaluate(() => Reflect.get(globalThis, 'sawSecondInstance') as unknown)
  expect(isSeen).toBe(true)
  expect(await launched.page.evaluate(() => document.readyState)).toBe('complete')
})

test('the spell checker is off', async () => {
  const isOn = await launched.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())
  expect(isOn).toBe(false)
})

/** Tries one way out of the page. Runs in the page; errors are what is hoped for. */
async function tryToReach({ way, host }: { way: (typeof ways)[number]; host: string }): Promise<void> {
  const url = `http://${host}/${way}`
  const add = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    return element
  }
  const attempts: Record<typeof way, () => unknown> = {
    fetch: () => fetch(url),
    'fetch-no-cors': () => fetch(url, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    xhr: () => {
      const request = new XMLHttpRequest()
      request.open('GET', url)
      request.send()
    },
    beacon: () => navigator.sendBeacon(url, 'x'),
    websocket: () => new WebSocket(`ws://${host}/${way}`),
    'event-source': () => new EventSource(url),
    image: () => (new Image().src = url),
    stylesheet: () => add('link', { rel: 'stylesheet', href: url }),
    script: () => add('script', { src: url }),
    font: () => new FontFace('probe', `url(${url})`).load(),
    media: () => add('video', { src: url, autoplay: '' }),
    prefetch: () => add('link', { rel: 'prefetch', href: url }),
    preconnect: () => add('link', { rel: 'preconnect', href: url }),
    form: () => (add('form', { action: url, method: 'post' }) as HTMLFormElement).submit(),
    ping: () => add('a', { href: '#', ping: url }).click(),
    worker: () => new Worker(url, { type: 'module' })
  }
  try {
    await Promise.race([attempts[way](), new Promise(later => setTimeout(later, 500))])
  } catch {
    // Refused, as it should be; the listener has the last word.
  }
}
