import { alcobaca } from './alcobaca.ts'
import { bentoGoncalves } from './bento-goncalves.ts'
import { brianza } from './brianza.ts'
import { foshan } from './foshan.ts'
import { jingdezhen } from './jingdezhen.ts'
import { nankang } from './nankang.ts'
import type { SeedFactory } from './seed-factory.ts'
import { stokeOnTrent } from './stoke-on-trent.ts'

/** The factories of the demonstration, four belts of panel furniture with four each, and three of stoneware. One belongs to the demonstration account. */
export const factories: readonly SeedFactory[] = [
  ...foshan,
  ...nankang,
  ...brianza,
  ...bentoGoncalves,
  ...alcobaca,
  ...stokeOnTrent,
  ...jingdezhen,
]
