import { createHmac, timingSafeEqual } from 'node:crypto'

/** Bodies signed longer ago, or further ahead, than this are refused, so that a recorded one cannot be sent again later. */
export const signatureToleranceS = 300

/** `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">`, the scheme Stripe made common. `at` is wall time in ms. */
export function signBody(body: string, secret: string, at: number): string {
  const t = Math.floor(at / 1000)
  return `t=${t},v1=${mac(body, secret, t)}`
}

/** True when the header was made with the secret for exactly this body, within the tolerance of `now` (wall ms). */
export function verifyBody(body: string, header: string | null, secret: string, now: number): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  const [, time, given] = match ?? []
  if (secret.trim() === '' || time === undefined || given === undefined) return false
  const t = Number(time)
  if (Math.abs(now / 1000 - t) > signatureToleranceS) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(mac(body, secret, t), 'hex'))
}

function mac(body: string, secret: string, t: number): string {
  return createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
}
