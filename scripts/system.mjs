// One whole system: everything between an empty folder and a shop that answers.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isLoopback, reachable } from './addresses.mjs'
import { bundle } from './build.mjs'
import { readMemory, writeWhole } from './data-folder.mjs'
import { prepareCluster } from './database.mjs'
import { replaced } from './given.mjs'
import { migrate } from './migrate.mjs'
import { isMade, ownPart, postgresPart, sandboxPart, temporalPart } from './parts.mjs'
import { freePorts } from './ports.mjs'
import { createSupervisor } from './supervisor.mjs'
import { describeSystem } from './system-environment.mjs'
import { registerSearchAttributes } from './temporal-attributes.mjs'
import { findTemporal } from './temporal-binary.mjs'

const portNames = ['postgres', 'temporal', 'temporalUi', 'stripe', 'carrier', 'mail', 'smtp', 'worker', 'simulation']

/**
 * Starts a system on a data folder and keeps it running until it is stopped.
 * @param {object} options
 * @param {string} options.dir
 * @param {string} options.host
 * @param {number} options.port where the shop listens
 * @param {Awaited<ReturnType<typeof import('./data-folder.mjs').takeFolder>>} options.folder DIR, taken by this process
 * @param {number | undefined} options.speed business seconds a second; undefined: as before, or 240
 * @param {Record<string, string>} options.given what the caller's environment sets
 * @param {ReturnType<typeof import('./progress.mjs').createProgress>} options.progress
 * @param {AbortSignal} options.signal ends the starting; what was started must still be stopped
 * @param {{ web: string[], worker: string[] }} [options.programs] what Node is given in place of the built bundles
 */
export function createSystem({ dir, folder, host, port, speed, given, progress, signal, programs }) {
  const probe = reachable(host)
  let supervisor
  let announce = () => undefined

  async function start() {
    const open = !isLoopback(host)
    const memory = await readMemory(dir, { speed, open })
    const ports = await freePorts(portNames, memory.ports)
    memory.ports = ports
    await memory.save()
    const outside = replaced(given)
    const system = describeSystem({ given, memory, ports, host, port, dir })

    supervisor = createSupervisor({
      logs: join(dir, 'logs'),
      note: progress.note,
      onChange() {
        folder.record(supervisor?.identities() ?? [])
        announce()
      },
    })
    const step = (name, work) => {
      signal.throwIfAborted()
      return progress.step(name, work)
    }
    const inParallel = async (...work) => {
      // All are waited for, so that nothing is still being started when a failure of one makes all stop.
      const results = await Promise.allSettled(work.map((start) => start()))
      for (const { status, reason } of results) if (status === 'rejected') throw reason
    }

    await inParallel(
      async () => {
        if (!outside.postgres) {
          await step('PostgreSQL', async () => {
            const cluster = await prepareCluster({ dir, password: memory.secrets.postgresPassword })
            await supervisor.start(postgresPart({ cluster, port: ports.postgres, url: system.env.DATABASE_URL }))
          })
        }
        await step('Migrations', () => migrate(system.env.DATABASE_URL, { own: !outside.postgres, signal }))
        system.clock = await readClock(system.env.DATABASE_URL, memory.speed)
        await step('Carrier', () => startSandboxes(['carrier'], { system, outside, ports, memory }))
      },
      async () => {
        if (outside.temporal) return step('Search attributes', () => registerSearchAttributes(system.temporal))
        await step('Temporal', async (note) => {
          const binary = await findTemporal({ dir, note, signal })
          await supervisor.start(temporalPart({ binary, port: ports.temporal, uiPort: ports.temporalUi, dir }))
        })
      },
      () => step('Payments and mail', () => startSandboxes(['stripe', 'mail'], { system, outside, ports, memory })),
    )

    const seeding = {
      ...system.env,
      ACCOUNTS: JSON.stringify(memory.accounts),
      SIMULATION_PASSWORD: memory.secrets.simulationPassword,
    }
    if (isMade('scripts/accounts')) {
      await step('Accounts and factories', () =>
        supervisor.complete(
          'accounts',
          program([bundle('scripts/accounts')], seeding),
          'If the data may go, start with --reset.',
        ),
      )
    }
    await inParallel(
      () =>
        step('Worker', () =>
          supervisor.start(
            ownPart({
              name: 'worker',
              program: programs?.worker ?? [bundle('worker/worker')],
              env: { ...system.env, HEALTH_PORT: String(ports.worker) },
              health: `http://${probe}:${ports.worker}/healthz`,
            }),
          ),
        ),
      () =>
        step('Web server', () =>
          supervisor.start(
            ownPart({
              name: 'web',
              program: programs?.web ?? [join(bundle('web/server'))],
              env: system.env,
              health: `http://${probe}:${port}/healthz`,
            }),
          ),
        ),
    )
    if (isMade('simulation/simulation')) {
      await step('Simulated factories', () =>
        supervisor.start(
          ownPart({
            name: 'simulation',
            program: [bundle('simulation/simulation')],
            env: {
              NODE_ENV: 'production',
              HOST: host,
              SITE: system.inside,
              ORIGIN: system.env.ORIGIN,
              SIMULATION_PASSWORD: memory.secrets.simulationPassword,
              SPEED: String(memory.speed),
              LOG_LEVEL: system.env.LOG_LEVEL,
              HEALTH_PORT: String(ports.simulation),
              DATA_DIR: dir,
            },
            health: `http://${probe}:${ports.simulation}/healthz`,
          }),
        ),
      )
    }
    signal.throwIfAborted()

    const ready = () => ({
      ...system.addresses,
      speed: memory.speed,
      accounts: memory.accounts,
      pids: { start: process.pid, ...supervisor.pids() },
    })
    announce = () => {
      if (!supervisor.stopping && supervisor.whole()) writeWhole(join(dir, 'ready.json'), ready())
    }
    announce()
    return ready()
  }

  async function startSandboxes(names, { system, outside, ports, memory }) {
    const { env, inside, stripePage } = system
    const open = !isLoopback(host)
    const all = {
      stripe: {
        STRIPE_SECRET_KEY: env.STRIPE_SECRET_KEY,
        WEBHOOK_URL: `${inside}/webhooks/stripe`,
        WEBHOOK_SECRET: env.STRIPE_WEBHOOK_SECRET,
        PUBLIC_URL: stripePage,
        ...(open ? { HOST: host } : {}),
      },
      carrier: {
        CARRIER_KEY: env.CARRIER_KEY,
        WEBHOOK_URL: `${inside}/webhooks/carrier`,
        WEBHOOK_SECRET: env.CARRIER_SECRET,
        SPEED: String(memory.speed),
        CLOCK_ANCHOR: String(system.clock?.anchorWall ?? ''),
        CLOCK_ANCHOR_BUSINESS: String(system.clock?.anchorBusiness ?? ''),
      },
      mail: { SMTP_PORT: String(ports.smtp) },
    }
    mkdirSync(dir, { recursive: true })
    const wanted = names.filter((name) => !outside[name] && isMade(`sandboxes/${name}`))
    await Promise.all(
      wanted.map((name) => supervisor.start(sandboxPart({ name, port: ports[name], dir, probe, env: all[name] }))),
    )
  }

  return {
    start,
    /** Stops all parts in order and releases the folder. */
    async stop(told) {
      await supervisor?.stop(told)
      folder.release()
    },
    kill: () => supervisor?.kill(),
    /** The parts' processes, by name. */
    pids: () => supervisor?.pids() ?? {},
  }
}

/** The business clock as the database holds it, made at the first start. */
async function readClock(url, speed) {
  const { openDatabase } = await import(bundle('scripts/client'))
  const clock = await import(bundle('scripts/clock'))
  const database = openDatabase(url, 1)
  try {
    return await clock.readClock(database, speed, Date.now())
  } finally {
    await database.close()
  }
}

const program = (args, env) => ({
  command: process.execPath,
  args: ['--enable-source-maps', ...args],
  options: { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } },
})
