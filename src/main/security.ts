import { app, type Session, type WebContents } from 'electron'
import type { Origin } from './app-origin'
import { isAllowedRequest } from './network-filter'

/** Must run before the app is ready: nothing Chromium does of its own accord should want a network. */
export function silenceBackgroundNetwork(trusted: Origin): void {
  const switches = [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
    'no-proxy-server'
  ]
  for (const name of switches) app.commandLine.appendSwitch(name)
  // No name resolves, so that a request past every other wall still goes nowhere.
  if (!trusted.isDevelopment) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Denies every permission, device, download and request that the app does not need. */
export async function hardenSession(session: Session, trusted: Origin): Promise<void> {
  const isAllowedPermission = (permission: string) => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isAllowedPermission(permission))
  )
  session.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, trusted) })
  })
  // `spellcheck: false` alone still downloads dictionaries.
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'direct' })
}

/** Keeps a page where it is: no navigation, no new window, no webview, no address revealed by WebRTC. */
export function hardenContents(contents: WebContents, trusted: Origin): void {
  // Starting the same page again is a reload; every other address is refused.
  const refuse = (event: { preventDefault(): void; url: string; isMainFrame: boolean }) => {
    const address = event.url.replace(/#.*$/s, '')
    if (!event.isMainFrame || address !== trusted.startUrl) event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
