import { setTimeout as delay } from 'node:timers/promises'
import { type Outputs, openSession, refusalOf, type Session, signIn } from '#simulation/session.ts'
import { account, type Ready } from './ready.ts'

type Job = Outputs['jobs']['get']

/** The demonstration's factory, which nobody simulates: what its members do, through the API that their portal uses. */
export class DemoFactory {
  readonly name = 'Officina Seveso'
  private readonly api: Session['api']

  private constructor(api: Session['api']) {
    this.api = api
  }

  static async open(ready: Pick<Ready, 'web' | 'accounts'>): Promise<DemoFactory> {
    const token = await signIn({ site: ready.web, origin: ready.web }, account(ready, 'factory'))
    return new DemoFactory(openSession({ site: ready.web }, token).api)
  }

  /** Bids its own rate card's price and earliest date on the request for this specification. */
  async bid(hash: string): Promise<void> {
    const asked = await until(async () =>
      (await this.api.jobs.requests.query()).find((request) => request.hash === hash),
    )
    const { price, earliest } = await this.api.jobs.request.query({ request: asked.request })
    if (earliest === null) throw new Error(`${this.name} has no room`)
    const { amount, currency } = price
    await this.api.jobs.bid.mutate({
      request: asked.request,
      price: { amount, currency },
      deliverBy: earliest.deliverBy,
    })
  }

  /** Takes the job of an order once it is there. */
  async accept(order: string): Promise<Job> {
    const { job } = await until(async () => (await this.api.jobs.list.query()).find((each) => each.order === order))
    return this.api.jobs.accept.mutate({ job })
  }

  /** Gives the job of an order back before accepting it. */
  async giveBack(order: string, reason: string): Promise<void> {
    const { job } = await until(async () => (await this.api.jobs.list.query()).find((each) => each.order === order))
    await this.api.jobs.refuse.mutate({ job, reason })
  }

  /** Starts and finishes the next operations, each as soon as what it builds on is dry; all of them unless told how many. */
  async make(known: Job, count = known.operations.length): Promise<void> {
    for (const { operation } of known.operations.filter(({ state }) => state !== 'done').slice(0, count)) {
      await until(() => this.start(known, operation).catch(notDry))
      await this.finish(known, operation)
    }
  }

  start({ job }: Job, operation: string): Promise<Job> {
    return this.api.jobs.start.mutate({ job, operation })
  }

  finish({ job }: Job, operation: string): Promise<Job> {
    return this.api.jobs.finish.mutate({ job, operation })
  }

  ship({ job }: Job): Promise<Job> {
    return this.api.jobs.ship.mutate({ job })
  }
}

function notDry(error: unknown): undefined {
  if (refusalOf(error)?.code !== 'operation_order') throw error
}

/** Asks until there is an answer; a day's drying passes meanwhile. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>, ms = 90_000): Promise<Answer> {
  const end = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > end) throw new Error('Waited in vain')
    await delay(250)
  }
}
