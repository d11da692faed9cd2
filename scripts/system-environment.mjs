// The environment each part of a system is started with: what the caller has set, and addresses and secrets of our own
// for all that is not set.
import { isLoopback, nameFor, reachable } from './addresses.mjs'
import { databaseUrl } from './database.mjs'
import { replaced } from './given.mjs'

/** How to reach a Temporal server, as the processes read it from their environment. */
export function temporalServer(env) {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace = 'default', TEMPORAL_API_KEY: apiKey } = env
  const tls = env.TEMPORAL_TLS === undefined ? Boolean(apiKey) : ['1', 'true'].includes(env.TEMPORAL_TLS)
  return { address, namespace, apiKey, tls }
}

/**
 * @param {{ given: Record<string, string>, memory: Awaited<ReturnType<typeof import('./data-folder.mjs').readMemory>>, ports: Record<string, number>, host: string, port: number, dir: string, mode: string }} options
 */
export function describeSystem({ given, memory, ports, host, port, dir, mode }) {
  const outside = replaced(given)
  const { secrets, speed } = memory
  const local = (name) => `http://127.0.0.1:${ports[name]}`
  const origin = given.ORIGIN ?? `http://${nameFor(host)}:${port}`
  // Webhooks come from this machine, whatever name the site has outside.
  const inside = `http://${reachable(host)}:${port}`
  // The payment page is opened by the shopper's browser, so it must be reachable from where the shop is.
  const stripePage = isLoopback(host) ? local('stripe') : `http://${nameFor(host)}:${ports.stripe}`
  const temporalUi = outside.temporal ? (given.TEMPORAL_UI ?? '') : local('temporalUi')

  const env = {
    NODE_ENV: mode,
    LOG_LEVEL: 'warn',
    ...given,
    DEMO: '1',
    DATABASE_URL: given.DATABASE_URL ?? databaseUrl(ports.postgres, secrets.postgresPassword),
    TEMPORAL_ADDRESS: given.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.temporal}`,
    ...(temporalUi ? { TEMPORAL_UI: temporalUi } : {}),
    ...(outside.stripe
      ? {}
      : {
          STRIPE_SECRET_KEY: `sk_test_${secrets.stripeKey}`,
          STRIPE_WEBHOOK_SECRET: `whsec_${secrets.stripeWebhookSecret}`,
          STRIPE_API_URL: local('stripe'),
        }),
    ...(outside.carrier
      ? {}
      : { CARRIER_URL: local('carrier'), CARRIER_KEY: secrets.carrierKey, CARRIER_SECRET: secrets.carrierSecret }),
    ...(outside.mail ? {} : { SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` }),
    HOST: host,
    PORT: String(port),
    ORIGIN: origin,
    AUTH_SECRET: given.AUTH_SECRET ?? secrets.authSecret,
    DATA_DIR: dir,
    SPEED: String(speed),
  }
  return {
    env,
    inside,
    stripePage,
    temporal: temporalServer(env),
    /** What ready.json says of the addresses. */
    addresses: {
      web: origin,
      api: `${origin}/api/trpc`,
      temporalUi,
      temporalAddress: env.TEMPORAL_ADDRESS,
      databaseUrl: env.DATABASE_URL,
      stripe: outside.stripe ? 'https://dashboard.stripe.com/test' : stripePage,
      mail: outside.mail ? '' : local('mail'),
      carrier: outside.carrier ? env.CARRIER_URL : local('carrier'),
    },
  }
}
