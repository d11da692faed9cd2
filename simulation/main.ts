// The simulated factories as a process of its own: each signs in like anybody else and speaks the public API alone.
import { setMaxListeners } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { createLog } from '#runtime/log.ts'
import { onEnd } from '#runtime/start.ts'
import { playFactory } from './factory.ts'
import { openSession, signIn } from './session.ts'
import { readSettings } from './settings.ts'

const played = z.array(z.object({ factory: z.string(), temper: z.enum(['quick', 'steady', 'slow']) }))

const settings = readSettings(process.env)
const log = createLog({ part: 'simulation', level: settings.logLevel })
const factories = played.parse(JSON.parse(readFileSync(join(settings.dataDir, 'simulated-factories.json'), 'utf8')))
const end = new AbortController()
// Every factory and each of its calls listens.
setMaxListeners(0, end.signal)
const present = new Set<string>()

const health =
  settings.healthPort === undefined
    ? undefined
    : createServer((request, response) => {
        const fine = request.url === '/healthz' && present.size === factories.length
        const said = fine ? 'ok' : `${present.size} of ${factories.length} factories have signed in`
        response.writeHead(fine ? 200 : 503, { 'content-type': 'text/plain' }).end(said)
      }).listen(settings.healthPort, settings.host)

/** Signs in and plays; signed out, it signs in again. */
async function keepPlaying({ factory, temper }: z.infer<typeof played>[number]): Promise<void> {
  const own = log.child({ factory })
  while (!end.signal.aborted) {
    try {
      const email = `${factory}@factories.makerline.example`
      const token = await signIn(settings, { email, password: settings.password })
      present.add(factory)
      await playFactory({ session: openSession(settings, token), temper, log: own, signal: end.signal })
    } catch (error) {
      if (end.signal.aborted) return
      own.warn({ err: error }, 'Could not play, tries again')
      await delay(1_000, undefined, { signal: end.signal }).catch(() => undefined)
    }
  }
}

const playing = Promise.all(factories.map(keepPlaying))
onEnd(async () => {
  end.abort()
  health?.close()
  await playing
}, 5_000)
log.info({ factories: factories.length }, 'The factories are at work')
await playing
