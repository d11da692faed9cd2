import { alcobaca } from './alcobaca.ts'
import { arezzo } from './arezzo.ts'
import { bentoGoncalves } from './bento-goncalves.ts'
import { birmingham } from './birmingham.ts'
import { brianza } from './brianza.ts'
import { foshan } from './foshan.ts'
import { jingdezhen } from './jingdezhen.ts'
import { nankang } from './nankang.ts'
import type { SeedFactory } from './seed-factory.ts'
import { stokeOnTrent } from './stoke-on-trent.ts'
import { valenza } from './valenza.ts'

/** The factories of the demonstration, four belts of panel furniture with four each, three of stoneware, and three of rings. One belongs to the demonstration account. */
export const factories: readonly SeedFactory[] = [
  ...foshan,
  ...nankang,
  ...brianza,
  ...bentoGoncalves,
  ...alcobaca,
  ...stokeOnTrent,
  ...jingdezhen,
  ...valenza,
  ...arezzo,
  ...birmingham,
]
