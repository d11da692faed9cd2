import Stripe from 'stripe'

/** Where and as whom we speak to Stripe. `apiUrl` is the sandbox's origin, such as `http://127.0.0.1:4010`. */
export type StripeConfig = {
  readonly secretKey: string
  readonly apiUrl?: string
  /** How long one attempt may take. */
  readonly timeoutMs?: number
}

/** One SDK client. It repeats lost connections, 409 and 5xx twice with the same idempotency key. */
export function stripeClient(config: StripeConfig): Stripe {
  const url = config.apiUrl === undefined ? undefined : new URL(config.apiUrl)
  return new Stripe(config.secretKey, {
    maxNetworkRetries: 2,
    timeout: config.timeoutMs ?? 20_000,
    telemetry: false,
    ...(url === undefined
      ? {}
      : {
          host: url.hostname,
          port: url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port),
          protocol: url.protocol === 'http:' ? ('http' as const) : ('https' as const),
        }),
  })
}
