import type { Options } from '../../product/options.ts'
import { asBefore } from './options.ts'

/** A shelf of version 1 said in the options of version 2: the same shape, part by part. `optionsV1` are complete; what version 1 did not know is as it was. */
export function upgrade(optionsV1: Options): Options {
  return { ...optionsV1, ...asBefore }
}
