import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { Trouble } from './trouble.mjs'

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the code of what is in the way, such as EADDRINUSE; undefined when free
 */
export function obstacle(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

// Below the range from which systems take the ports of outgoing connections, so that none of those is in the way
// between finding a port and listening on it.
const lowest = 20_000
const highest = 32_000

/**
 * Free ports of the loopback address.
 * @template {string} Name
 * @param {readonly Name[]} names
 * @param {Partial<Record<Name, number>>} wished ports used before, taken again where they are free
 * @returns {Promise<Record<Name, number>>}
 */
export async function freePorts(names, wished = {}) {
  const taken = new Set()
  const ports = {}
  for (const name of names) {
    let port = wished[name] ?? randomInt(lowest, highest)
    while (taken.has(port) || (await obstacle(port, '127.0.0.1')) !== undefined) port = randomInt(lowest, highest)
    taken.add(port)
    ports[name] = port
  }
  return ports
}

/**
 * The port of the shop itself.
 * @param {{ host: string, wished: number | undefined, usual: number }} options wished: asked for by name, and then
 *   no other will do; usual: where to look first otherwise
 */
export async function shopPort({ host, wished, usual }) {
  if (wished !== undefined) {
    const reason = await obstacle(wished, host)
    if (reason === undefined) return wished
    if (reason === 'EADDRINUSE') {
      throw new Trouble(
        `Port ${wished} is taken by another program.`,
        `Choose another one: npm start -- --port ${wished + 1}`,
      )
    }
    if (reason === 'EACCES') {
      throw new Trouble(`Port ${wished} needs rights this user does not have.`, 'Choose one above 1023 with --port.')
    }
    throw new Trouble(`Cannot listen on ${host}:${wished} (${reason}).`, 'Choose another HOST or --port.')
  }
  for (let port = usual; port < usual + 100; port += 1) {
    const reason = await obstacle(port, host)
    if (reason === undefined) return port
    if (reason !== 'EADDRINUSE') {
      throw new Trouble(`Cannot listen on ${host}:${port} (${reason}).`, 'Choose another HOST or --port.')
    }
  }
  throw new Trouble(`Ports ${usual} to ${usual + 99} are all taken.`, 'Choose one with --port.')
}
