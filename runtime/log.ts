import { randomUUID } from 'node:crypto'
import pino, { type DestinationStream, type LevelWithSilent, type Logger } from 'pino'

/** pino's logger: `log.info({ order }, 'Short sentence')`, `log.child({ request })`. Errors go under `err`. */
export type Log = Logger

/** What a removed value reads as. */
export const redacted = '[redacted]'

/** Keys whose values never reach a log at any depth; compared without case, dashes and underscores. */
const removedKeys: ReadonlySet<string> = new Set(
  (
    'authorization cookie setcookie stripesignature carriersignature password pass secret secretkey webhooksecret ' +
    'clientsecret token accesstoken refreshtoken idtoken apikey accesskeyid secretaccesskey databaseurl smtpurl ' +
    'email customeremail address shipping line1 line2 postalcode city phone ip headers raw'
  ).split(' '),
)

/** Secrets and mail addresses that slipped into a sentence or a stack. Applied to the finished line. */
const removedPatterns: readonly (readonly [RegExp, string])[] = [
  [/\b(sk|rk|pk)_(test|live)_[A-Za-z0-9_*]+/g, redacted],
  [/\bwhsec_[A-Za-z0-9_+/=]+/g, redacted],
  [/\b(Bearer|Basic) [A-Za-z0-9._~+/=-]+/g, `$1 ${redacted}`],
  [/:\/\/[^\s"@/\\]+@/g, `://${redacted}@`],
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g, redacted],
]

/** Deeper than this an object is cut: a log line is for people. */
const deepest = 6

/** One JSON line a message on stdout, or on `destination`. `part` says which process speaks: `web`, `worker`, … */
export function createLog(options: { part: string; level?: LevelWithSilent; destination?: DestinationStream }): Log {
  const { part, level = 'info', destination } = options
  const settings: pino.LoggerOptions = {
    level,
    base: { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      bindings: cleanObject,
      log: cleanObject,
    },
    // Errors are already plain here; pino's own form of them would lose their class.
    serializers: { err: (value: unknown) => value },
    hooks: {
      streamWrite: (line) => removedPatterns.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line),
    },
  }
  return destination === undefined ? pino(settings) : pino(settings, destination)
}

/** The caller's request id when it is a plain one, else a new one; goes into each line and the response's header. */
export function requestId(headers: Headers): string {
  const given = headers.get('x-request-id')
  return given !== null && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

function cleanObject(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, cleanEntry(key, value, 1)]))
}

function cleanEntry(key: string, value: unknown, depth: number): unknown {
  return removedKeys.has(key.toLowerCase().replace(/[-_]/g, '')) ? redacted : clean(value, depth)
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth > deepest) return '[deep]'
  if (value instanceof Uint8Array) return `[${value.length} bytes]`
  if (value instanceof Error) return cleanError(value, depth)
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanEntry(key, item, depth + 1)]))
}

/** An error keeps its class, message, stack, plain properties such as `code`, and its causes. */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const own = Object.entries(error).map(([key, item]) => [key, cleanEntry(key, item, depth + 1)])
  return {
    ...Object.fromEntries(own),
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: clean(error.cause, depth + 1) }),
  }
}
