import {
  maximumBytesOf,
  requestSchemas,
  type RequestArguments,
  type RequestName,
  type Responses
} from '../contract/ipc'
import { fail, type Result } from '../core/result'
import { isLargerThan } from './message-size'

/** What answers each request. A name missing here, or a wrong answer, does not compile. */
export type Handlers = {
  [N in RequestName]: (...args: RequestArguments<N>) => Promise<Result<Responses[N]>> | Result<Responses[N]>
}

/** The part of Electron's `WebFrameMain` that says who is asking. */
export interface SenderFrame {
  origin: string
  parent: object | null
}

export interface RequestContext {
  handlers: Handlers
  /** The one origin whose top frame may ask. */
  trustedOrigin: string
  /** Told of every message of a trusted page: it is alive. */
  onRequest(): void
  /** Told of every error a handler throws. */
  logError(message: string, error: unknown): void
}

/**
 * Answers one message from a window. It checks the sender, the name, the size and the arguments, in this
 * order, before a handler sees anything; whatever goes wrong is a failure in the answer, never a throw.
 */
export async function answerRequest(
  context: RequestContext,
  frame: SenderFrame | null,
  name: unknown,
  args: unknown
): Promise<Result<unknown>> {
  if (!isTrustedFrame(frame, context.trustedOrigin)) {
    return fail('refused-sender', 'This page may not ask the application for anything.')
  }
  context.onRequest()
  if (!isRequestName(name)) return fail('unknown-request', 'The application does not know this request.')
  const limit = maximumBytesOf(name)
  if (isLargerThan(args, limit)) {
    return fail('message-too-large', `A message may have at most ${limit / 1024 / 1024} MB.`, name)
  }
  const parsed = requestSchemas[name].safeParse(args)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const place = [name, ...(issue?.path ?? [])].join('.')
    return fail('bad-arguments', issue?.message ?? 'The arguments are not what was agreed.', place)
  }
  // The schema of this very name has accepted the arguments; TypeScript cannot follow that through a union.
  const handler = context.handlers[name] as (...args: unknown[]) => Promise<Result<unknown>> | Result<unknown>
  try {
    return await handler(...parsed.data)
  } catch (error) {
    context.logError(`The request ${name} failed`, error)
    return fail('internal', error instanceof Error ? error.message : String(error), name)
  }
}

function isTrustedFrame(frame: SenderFrame | null, trustedOrigin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === trustedOrigin
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requestSchemas, name)
}
