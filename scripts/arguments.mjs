import { homedir } from 'node:os'
import { isAbsolute, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'

/**
 * Reads a command line; an option nobody knows is told with those that exist.
 * @param {Parameters<typeof parseArgs>[0]['options']} options
 * @param {string} usage
 */
export function readArguments(options, usage) {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { values, positionals }
  } catch (error) {
    throw new Trouble(`${error.message.split('.')[0]}.`, `Usage: ${usage}`, { cause: error })
  }
}

/** @returns {number | undefined} */
export function readPort(text, name) {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Trouble(`${name} must be a number from 1 to 65535, not "${text}".`, 'For example: --port 3000')
}

/** @returns {number | undefined} */
export function readSpeed(text) {
  if (text === undefined) return undefined
  const speed = Number(text)
  if (Number.isFinite(speed) && speed > 0 && speed <= 100_000) return speed
  throw new Trouble(`--speed must be a number above 0 and at most 100000, not "${text}".`, 'For example: --speed 240')
}

const holds = (outer, inner) => {
  const path = relative(outer, inner)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}

/** The data folder as an absolute path; never one that holds more than data. */
export function readDataFolder(text) {
  const dir = resolve(text ?? process.env.DATA_DIR ?? `${repository}/.data`)
  if (holds(dir, repository) || holds(dir, homedir())) {
    throw new Trouble(`${dir} holds more than data.`, 'Choose a folder of its own with --data.')
  }
  return dir
}
