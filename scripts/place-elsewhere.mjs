import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder outside DIR that holds DIR's database, if there is one: it says itself whose it is.
 * @param {string} dir
 * @returns {string | undefined}
 */
export function placeElsewhere(dir) {
  try {
    const { elsewhere } = JSON.parse(readFileSync(join(dir, 'postgres.json'), 'utf8'))
    const owner = JSON.parse(readFileSync(join(elsewhere, 'belongs-to.json'), 'utf8'))
    return owner.dir === dir ? elsewhere : undefined
  } catch {
    return undefined
  }
}
