// One whole system: everything between an empty folder and a shop that answers.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLoopback, reachable } from './addresses.mjs'
import { readMemory, writeWhole } from './data-folder.mjs'
import { prepareCluster } from './database.mjs'
import { replaced } from './given.mjs'
import { migrate } from './migrate.mjs'
import { ownPart, postgresPart, sandboxPart, temporalPart } from './parts.mjs'
import { freePorts } from './ports.mjs'
import { filesUnder, hashOf } from './sources.mjs'
import { createSupervisor } from './supervisor.mjs'
import { describeSystem } from './system-environment.mjs'
import { registerSearchAttributes } from './temporal-attributes.mjs'
import { findTemporal } from './temporal-binary.mjs'
import { Trouble } from './trouble.mjs'

const portNames = ['postgres', 'temporal', 'temporalUi', 'stripe', 'carrier', 'mail', 'smtp', 'worker', 'simulation']

/** The business clock as the database holds it, made at the first start. */
async function readClock(bundle, url, speed) {
  const { openDatabase } = await import(bundle('scripts/client'))
  const clock = await import(bundle('scripts/clock'))
  const database = openDatabase(url, 1)
  try {
    return await clock.readClock(database, speed, Date.now())
  } finally {
    await database.close()
  }
}

/** A variable that a part would end over is told of before anything is started. */
async function checkEnvironment(bundle, env) {
  const { EnvironmentIncomplete, readEnvironment } = await import(bundle('scripts/environment'))
  try {
    readEnvironment(env)
  } catch (error) {
    if (!(error instanceof EnvironmentIncomplete)) throw error
    throw new Trouble(error.message, 'Nothing was started.', { cause: error })
  }
}

/** All are waited for, so that nothing is still being started when the failure of one makes all stop. */
async function inParallel(...work) {
  const results = await Promise.allSettled(work.map((start) => start()))
  for (const { status, reason } of results) if (status === 'rejected') throw reason
}

/**
 * Starts a system on a data folder and keeps it running until it is stopped.
 * @param {object} options
 * @param {string} options.dir
 * @param {Awaited<ReturnType<typeof import('./data-folder.mjs').takeFolder>>} options.folder DIR, taken by this process
 * @param {string} options.host
 * @param {number} options.port where the shop listens
 * @param {number | undefined} options.speed business seconds a second; undefined: as before, or 240
 * @param {Record<string, string>} options.given what the caller's environment sets
 * @param {ReturnType<typeof import('./progress.mjs').createProgress>} options.progress
 * @param {AbortSignal} options.signal ends the starting; what was started must still be stopped
 * @param {(name: string) => string} options.bundle where a process's bundle is
 * @param {{ web: string[], worker: string[] }} options.programs what Node is given for these two
 * @param {string} options.mode NODE_ENV of the parts
 */
export function createSystem({ dir, folder, host, port, speed, given, progress, signal, bundle, programs, mode }) {
  const outside = replaced(given)
  const probe = reachable(host)
  const supervisor = createSupervisor({ logs: join(dir, 'logs'), note: progress.note, onChange: () => changed() })
  let announce = () => undefined

  function changed() {
    folder.record(supervisor.identities())
    if (!supervisor.stopping && supervisor.whole()) announce()
  }

  function step(name, work) {
    signal.throwIfAborted()
    return progress.step(name, work)
  }

  /** What a database of ours was prepared from; another one may change behind our back and is prepared every time. */
  const preparation = ({ memory }) =>
    createHash('sha256')
      .update(hashOf(filesUnder('prisma/migrations')))
      .update(readFileSync(bundle('scripts/accounts')))
      .update(JSON.stringify([memory.accounts, memory.secrets.simulationPassword, memory.speed]))
      .digest('hex')

  async function startDatabase(system) {
    const { memory, ports, env } = system
    if (!outside.postgres) {
      await step('PostgreSQL', async () => {
        const cluster = await prepareCluster({ dir, password: memory.secrets.postgresPassword })
        if (cluster.isNew) memory.prepared = undefined
        await supervisor.start(postgresPart({ cluster, port: ports.postgres, url: env.DATABASE_URL }))
      })
      system.isPrepared = memory.prepared?.from === preparation(system)
    }
    if (system.isPrepared) return
    await step('Migrations', () => migrate(env.DATABASE_URL, { own: !outside.postgres, signal }))
    system.clock = await readClock(bundle, env.DATABASE_URL, memory.speed)
    if (system.clock.speed !== memory.speed) takeSpeedOf(system)
  }

  /** A database of somebody else's may hold a clock from before. */
  function takeSpeedOf({ clock, memory, env }) {
    if (speed !== undefined) {
      throw new Trouble(
        `The clock in this database runs at ${clock.speed} business seconds a second since its first start.`,
        'Leave out --speed, or use another database.',
      )
    }
    memory.speed = clock.speed
    env.SPEED = String(clock.speed)
  }

  async function startTemporal({ ports, temporal }) {
    if (outside.temporal) return step('Search attributes', () => registerSearchAttributes(temporal))
    await step('Temporal', async (note) => {
      const binary = await findTemporal({ dir, note, signal })
      await supervisor.start(temporalPart({ binary, port: ports.temporal, uiPort: ports.temporalUi, dir }))
    })
  }

  async function startSandbox(name, system, env) {
    if (outside[name]) return
    const program = bundle(`sandboxes/${name}`)
    await supervisor.start(sandboxPart({ name, port: system.ports[name], dir, probe, program, env }))
  }

  const startPaymentsAndMail = (system) =>
    step('Payments and mail', () =>
      inParallel(
        () =>
          startSandbox('stripe', system, {
            STRIPE_SECRET_KEY: system.env.STRIPE_SECRET_KEY,
            WEBHOOK_URL: `${system.inside}/webhooks/stripe`,
            WEBHOOK_SECRET: system.env.STRIPE_WEBHOOK_SECRET,
            PUBLIC_URL: system.stripePage,
            ...(isLoopback(host) ? {} : { HOST: host }),
          }),
        () => startSandbox('mail', system, { SMTP_PORT: String(system.ports.smtp) }),
      ),
    )

  // The carrier moves cartons in business time, so it is told the clock that the database holds.
  async function startCarrier(system) {
    const { speed: pace, anchorWall, anchorBusiness } = system.clock ?? system.memory.prepared.clock
    await step('Carrier', () =>
      startSandbox('carrier', system, {
        CARRIER_KEY: system.env.CARRIER_KEY,
        WEBHOOK_URL: `${system.inside}/webhooks/carrier`,
        WEBHOOK_SECRET: system.env.CARRIER_SECRET,
        SPEED: String(pace),
        CLOCK_ANCHOR: String(anchorWall),
        CLOCK_ANCHOR_BUSINESS: String(anchorBusiness),
      }),
    )
  }

  const seed = ({ memory, env }) =>
    step('Accounts and factories', () =>
      supervisor.complete(
        'accounts',
        {
          command: process.execPath,
          args: ['--enable-source-maps', bundle('scripts/accounts')],
          options: {
            env: {
              PATH: process.env.PATH,
              ...env,
              ACCOUNTS: JSON.stringify(memory.accounts),
              SIMULATION_PASSWORD: memory.secrets.simulationPassword,
            },
          },
        },
        'If the data may go, start with --reset.',
      ),
    )

  const startProcess = (title, name, program, healthPort, env) =>
    step(title, () =>
      supervisor.start(ownPart({ name, program, env, health: `http://${probe}:${healthPort}/healthz` })),
    )

  const startSimulation = ({ memory, ports, env, inside }) =>
    startProcess('Simulated factories', 'simulation', [bundle('simulation/simulation')], ports.simulation, {
      NODE_ENV: mode,
      HOST: host,
      SITE: inside,
      ORIGIN: env.ORIGIN,
      SIMULATION_PASSWORD: memory.secrets.simulationPassword,
      SPEED: String(memory.speed),
      LOG_LEVEL: env.LOG_LEVEL,
      HEALTH_PORT: String(ports.simulation),
      DATA_DIR: dir,
    })

  async function start() {
    const memory = await readMemory(dir, { speed, open: !isLoopback(host) })
    memory.ports = await freePorts(portNames, memory.ports)
    await memory.save()
    const { ports } = memory
    const described = describeSystem({ given, memory, ports, host, port, dir, mode })
    const system = { ...described, memory, ports, isPrepared: false, clock: undefined }
    const { env } = system
    await checkEnvironment(bundle, env)

    await inParallel(
      async () => {
        await startDatabase(system)
        await startCarrier(system)
      },
      () => startTemporal(system),
      () => startPaymentsAndMail(system),
    )
    if (!system.isPrepared) {
      await seed(system)
      memory.prepared = outside.postgres ? undefined : { from: preparation(system), clock: system.clock }
      await memory.save()
    }
    await inParallel(
      () =>
        startProcess('Worker', 'worker', programs.worker, ports.worker, { ...env, HEALTH_PORT: String(ports.worker) }),
      () => startProcess('Web server', 'web', programs.web, port, env),
    )
    await startSimulation(system)
    signal.throwIfAborted()

    const ready = () => ({
      ...system.addresses,
      speed: memory.speed,
      accounts: memory.accounts,
      pids: { start: process.pid, ...supervisor.pids() },
    })
    announce = () => writeWhole(join(dir, 'ready.json'), ready())
    announce()
    return ready()
  }

  return {
    start,
    /** Stops all parts in order and releases the folder. */
    async stop(told) {
      await supervisor.stop(told)
      folder.release()
    },
    kill: () => supervisor.kill(),
  }
}
