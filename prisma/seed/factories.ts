import { bentoGoncalves } from './bento-goncalves.ts'
import { brianza } from './brianza.ts'
import { foshan } from './foshan.ts'
import { nankang } from './nankang.ts'
import type { SeedFactory } from './seed-factory.ts'

/** The factories of the demonstration, four belts with four each. One belongs to the demonstration account. */
export const factories: readonly SeedFactory[] = [...foshan, ...nankang, ...brianza, ...bentoGoncalves]
