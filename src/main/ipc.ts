import { ipcMain, type WebContents } from 'electron'
import { eventChannel, requestChannel } from '../contract/channels'
import type { EventName, Events } from '../contract/ipc'
import { answerRequest, type RequestContext } from './answer-request'

/** Answers every request of the window's pages from the context's handlers. */
export function listenForRequests(context: RequestContext): void {
  ipcMain.handle(requestChannel, (event, name: unknown, args: unknown) =>
    answerRequest(context, event.senderFrame, name, args)
  )
}

/** Sends an event to the page; a page that is gone misses it. */
export function sendEvent<N extends EventName>(contents: WebContents, name: N, detail: Events[N]): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, name, detail)
}
