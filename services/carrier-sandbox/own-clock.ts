import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type BusinessClock, businessNow } from '#models/order/clock.ts'

const shape = z.object({ anchorWall: z.int(), anchorBusiness: z.int(), speed: z.number().positive() })

/**
 * The clock of a sandbox that is told none: business time starts with its first start and is remembered, and another
 * speed goes on from where it stood. `now` is wall time in ms.
 */
export async function ownClock(folder: string, speed: number, now: number): Promise<BusinessClock> {
  const path = join(folder, 'clock.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const known = text === undefined ? undefined : shape.parse(JSON.parse(text))
  if (known?.speed === speed) return known
  const anchorBusiness = known === undefined ? now : businessNow(known, now)
  const clock: BusinessClock = { anchorWall: now, anchorBusiness, speed }
  await writeFile(`${path}.draft`, JSON.stringify(clock))
  await rename(`${path}.draft`, path)
  return clock
}
