import { networkInterfaces } from 'node:os'

export const isLoopback = (host) => host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)

const isWildcard = (host) => host === '0.0.0.0' || host === '::'

/** A name by which a browser reaches a listening address: the machine's own, where it listens on all of them. */
export function nameFor(host) {
  if (isLoopback(host)) return 'localhost'
  if (!isWildcard(host)) return host.includes(':') ? `[${host}]` : host
  const outward = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)
  return outward?.address ?? 'localhost'
}

/** A name by which this machine itself reaches a listening address. */
export function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
