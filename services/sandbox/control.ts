import { z } from 'zod'
import type { Faults, faultShape } from './faults.ts'
import { type Handler, json, type Route, type SandboxRequest } from './http.ts'

/**
 * A control of a sandbox: JSON in, JSON out, without a key, for programs only. `settled` is waited for, so that what
 * was controlled is on the disk when the answer comes.
 */
export function control<Shape extends z.ZodType>(
  shape: Shape,
  settled: () => Promise<void>,
  handle: (input: z.output<Shape>) => unknown,
): Handler {
  return async (request) => {
    if (isForeign(request)) return json(403, { error: 'another origin may not control the sandbox' })
    const input = shape.safeParse(jsonOf(request.body))
    if (!input.success) return json(400, { error: z.prettifyError(input.error) })
    const answer = await handle(input.data)
    await settled()
    return json(200, answer ?? { ok: true })
  }
}

/** Arming, clearing and releasing faults. */
export function faultControls(
  faults: Faults,
  shape: ReturnType<typeof faultShape>,
  settled: () => Promise<void>,
): readonly Route[] {
  return [
    ['GET /_sandbox/faults', () => json(200, { armed: faults.armed() })],
    ['POST /_sandbox/fail', control(shape, settled, (fault) => faults.arm(fault))],
    ['POST /_sandbox/clear', control(z.unknown(), settled, () => faults.clear())],
    ['POST /_sandbox/release', control(z.unknown(), settled, () => faults.release())],
  ]
}

/** A browser says where a request comes from; a program does not. */
function isForeign(request: SandboxRequest): boolean {
  const origin = request.header('origin')
  return origin !== undefined && origin !== `http://${request.header('host')}`
}

/** An empty body is an empty object. */
export function jsonOf(body: string): unknown {
  if (body.trim() === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
