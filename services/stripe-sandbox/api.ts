import { createHash } from 'node:crypto'
import Stripe from 'stripe'
import { z } from 'zod'
import type { FaultAnswer, Faults } from '../sandbox/faults.ts'
import { type Handler, json, type Route, type SandboxAnswer, type SandboxRequest } from '../sandbox/http.ts'
import type { ApiRoute } from './api-call.ts'
import { ApiError, type ApiErrorBody, invalid } from './api-error.ts'
import { createChange, type Sandbox } from './change.ts'
import { checkoutRoutes } from './checkout-calls.ts'
import { eventRoutes } from './event-calls.ts'
import { parseForm } from './form.ts'
import { intentRoutes } from './intent-calls.ts'
import { partyRoutes } from './party-calls.ts'
import type { RecordOf } from './records.ts'
import { refundRoutes } from './refund-calls.ts'
import { newId } from './store.ts'
import { transferRoutes } from './transfer-calls.ts'

const routes: readonly ApiRoute[] = [
  ...checkoutRoutes,
  ...intentRoutes,
  ...refundRoutes,
  ...partyRoutes,
  ...transferRoutes,
  ...eventRoutes,
]

/** Stripe's limit for idempotency keys. */
const longestKey = 255

/** The API's routes: authentication, form, idempotency key, armed faults, the call, its answer on the disk. */
export function apiRoutes(sandbox: Sandbox, faults: Faults, secretKey: string): readonly Route[] {
  const inProgress = new Set<string>()

  const handler =
    ([, kind, handle]: ApiRoute): Handler =>
    async (request) => {
      const requestId = newId('req')
      const key = request.method === 'POST' ? request.header('idempotency-key') : undefined
      const reply = replyWith(requestId, key)
      let entered: string | undefined
      try {
        authenticate(request, secretKey)
        const form = parseForm(request.method === 'POST' ? new URLSearchParams(request.body) : request.query)
        if (key !== undefined) {
          const known = replay(sandbox, request, key, inProgress)
          if (known !== undefined) {
            await sandbox.store.settled()
            return reply(known.status, known.body, { 'idempotent-replayed': 'true', 'original-request': known.request })
          }
          inProgress.add(key)
          entered = key
        }
        const call = { kind, text: [request.path, ...new URLSearchParams(request.body).values(), key ?? ''].join('\n') }
        const change = createChange(sandbox, key)
        const remember = (status: number, body: string): readonly RecordOf<'answer'>[] =>
          key === undefined ? [] : [answerRecord(request, { key, requestId, status, body, at: change.at })]
        try {
          const before = await faults.strike('before', call)
          if (before === 'disconnect') return 'disconnect'
          if (before !== undefined) throw armedError(before)
          const render = handle({ sandbox, params: request.params, form, change })
          let body = ''
          change.commit(() => {
            body = JSON.stringify(render())
            return remember(200, body)
          })
          await sandbox.store.settled()
          const after = await faults.strike('after', call)
          if (after === 'disconnect') return 'disconnect'
          return after === undefined ? reply(200, body) : reply(after.status, errorBody(armedError(after).body))
        } catch (error) {
          if (error instanceof ApiError && !error.beforeStart) {
            sandbox.store.put(remember(error.status, errorBody(error.body)))
            await sandbox.store.settled()
          }
          throw error
        }
      } catch (error) {
        if (error instanceof ApiError) return reply(error.status, errorBody(error.body))
        throw error
      } finally {
        if (entered !== undefined) inProgress.delete(entered)
      }
    }

  return routes.map((route) => [route[0], handler(route)])
}

const armedBody = z.looseObject({
  type: z
    .enum(['api_error', 'card_error', 'idempotency_error', 'invalid_request_error', 'rate_limit_error'])
    .default('api_error'),
  message: z.string(),
  code: z.string().optional(),
  decline_code: z.string().optional(),
})

/** An armed error in Stripe's form. One that says "try again" is not kept for the key, any other is. */
function armedError({ status, ...more }: FaultAnswer): ApiError {
  const { type, message, code, decline_code } = armedBody.parse(more)
  const transient = status >= 500 || status === 409 || status === 429
  const codes = { ...(code === undefined ? {} : { code }), ...(decline_code === undefined ? {} : { decline_code }) }
  return new ApiError(status, { type, message, ...codes }, transient)
}

/** What is answered to any path that is none of ours. */
export const unknownCall: Handler = (request) =>
  json(404, {
    error: {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${request.method}: ${request.path}).`,
    },
  })

function authenticate(request: SandboxRequest, secretKey: string): void {
  const [scheme = '', value = ''] = (request.header('authorization') ?? '').split(' ')
  const basic =
    scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8').split(':')[0] : undefined
  const given = scheme.toLowerCase() === 'bearer' ? value : basic
  if (given === secretKey) return
  throw new ApiError(
    401,
    {
      type: 'invalid_request_error',
      message:
        given === undefined || given === ''
          ? 'You did not provide an API key. You need to provide your API key in the Authorization header.'
          : `Invalid API Key provided: ****${given.slice(-4)}`,
    },
    true,
  )
}

/** The kept answer of this key, or undefined for a new one; a key used otherwise, or being used, is refused. */
function replay(
  sandbox: Sandbox,
  request: SandboxRequest,
  key: string,
  inProgress: ReadonlySet<string>,
): RecordOf<'answer'> | undefined {
  if (key.length > longestKey) throw invalid(`Idempotency keys are at most ${longestKey} characters.`, {}, true)
  const known = sandbox.store.answer.get(key)
  if (known !== undefined && known.path !== request.path) {
    throw idempotencyError(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.path}' vs ` +
        `'${known.path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    )
  }
  if (known !== undefined && known.fingerprint !== fingerprint(request)) {
    throw idempotencyError(
      'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
        `Try using a key other than '${key}' if you meant to execute a different request.`,
    )
  }
  if (known === undefined && inProgress.has(key)) {
    throw new ApiError(
      409,
      {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: `There is currently another in-progress request using this Idempotency Key (${key}).`,
      },
      true,
    )
  }
  return known
}

function idempotencyError(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message }, true)
}

function fingerprint(request: SandboxRequest): string {
  const pairs = [...new URLSearchParams(request.body)].map(([name, value]) => `${name}=${value}`).sort()
  return createHash('sha256').update(pairs.join('\n')).digest('hex')
}

function answerRecord(
  request: SandboxRequest,
  kept: { key: string; requestId: string; status: number; body: string; at: number },
): RecordOf<'answer'> {
  return {
    object: 'answer',
    id: kept.key,
    created: kept.at,
    fingerprint: fingerprint(request),
    path: request.path,
    request: kept.requestId,
    status: kept.status,
    body: kept.body,
  }
}

const errorBody = (error: ApiErrorBody): string => JSON.stringify({ error })

function replyWith(requestId: string, key: string | undefined) {
  return (status: number, body: string, headers: Record<string, string> = {}): SandboxAnswer => ({
    status,
    body,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-cache, no-store',
      'request-id': requestId,
      'stripe-version': Stripe.API_VERSION,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
  })
}
