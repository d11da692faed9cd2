import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the clone these scripts stand in. */
export const repository = dirname(dirname(fileURLToPath(import.meta.url)))
