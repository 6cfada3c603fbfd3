import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { fail, ok, type Result } from '../core/result'
import { appOrigin, appScheme, type Origin } from './app-origin'
import { hardenSession } from './security'

/** A long report is some hundred pages; what takes longer than this will not end. */
const patienceMs = 120_000

const pageAddress = `${appOrigin}/page-to-print.html`

/**
 * Prints a page in HTML as PDF, in a hidden window of its own: without scripts, network, storage or anything of the
 * project but the page. Fails with `print-timeout` or `not-printed`.
 */
export async function printPage(html: string, title: string, trusted: Origin): Promise<Result<Uint8Array>> {
  // Without `persist:` it lives in memory and ends with its window.
  const ownSession = session.fromPartition(`print-${randomUUID()}`)
  await hardenSession(ownSession, { ...trusted, isDevelopment: false })
  ownSession.protocol.handle(appScheme, ({ url }) =>
    url === pageAddress
      ? new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
      : new Response(null, { status: 404 })
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: ownSession,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false
    }
  })
  try {
    return await inTime(print(window, title))
  } catch (error) {
    return fail(
      'not-printed',
      `The report could not be printed: ${error instanceof Error ? error.message : String(error)}`
    )
  } finally {
    window.destroy()
  }
}

async function print(window: BrowserWindow, title: string): Promise<Uint8Array> {
  await window.loadURL(pageAddress)
  return window.webContents.printToPDF({
    pageSize: 'A4',
    // Pictures are wider than high.
    landscape: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: line(escapeHtml(title)),
    footerTemplate: line('<span class="pageNumber"></span> / <span class="totalPages"></span>'),
    // In inches; the lines above and below stand in them.
    margins: { top: 0.8, bottom: 0.7, left: 0.7, right: 0.7 },
    generateTaggedPDF: true,
    generateDocumentOutline: true
  })
}

/** Header and footer begin without any style; their size must be said. */
function line(content: string): string {
  return `<div style="width: 100%; padding: 0 0.7in; font: 8px sans-serif; color: #565d62; text-align: right">${content}</div>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

async function inTime(work: Promise<Uint8Array>): Promise<Result<Uint8Array>> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<Result<never>>(resolve => {
    const failure = () =>
      resolve(fail('print-timeout', 'Printing took longer than two minutes. Choose fewer figures.'))
    timer = setTimeout(failure, patienceMs)
  })
  // What is still at work when the time is over ends with its window; nobody waits for its error any more.
  const printed = work.then(ok)
  printed.catch(() => undefined)
  try {
    return await Promise.race([printed, limit])
  } finally {
    clearTimeout(timer)
  }
}
