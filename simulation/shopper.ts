import { setTimeout as delay } from 'node:timers/promises'
import { loadProduct } from '#models/catalog.ts'
import type { Stage } from '#models/order/stages.ts'
import { type Options, plainOptions } from '#models/product/options.ts'
import { sampleReachable, seeded } from '#models/product/sample.ts'
import { type CheckoutAnswer, payAt, testCards } from './checkout.ts'
import { somebody } from './people.ts'
import { type Outputs, openSession, refusalOf, type Session, type Site, signIn } from './session.ts'

export type Order = Outputs['orders']['get']
export type Quote = Outputs['quotes']['list'][number]
export type Submitted = Outputs['orders']['submit']

/** What is wanted: options as they are, or any reachable ones by `seed`. */
export type Wish = {
  readonly product?: string
  readonly options?: Options
  readonly seed: string
  readonly country?: string
  readonly quantity?: number
  /** the submission's idempotency key; made of the seed unless given */
  readonly key?: string
}

/** How often an order is read while nothing is heard of it, wall ms. */
const pollMs = 1_000
const patienceMs = 60_000
/** Terms that change faster than this are not agreed on. */
const mostLooks = 10

/** A configuration that can be made; always the same for the same seed. */
export async function anyOptions(seed: string, slug = 'shelf'): Promise<{ version: number; options: Options }> {
  const product = await loadProduct(slug)
  if (product === undefined) throw new Error(`There is no product ${slug}`)
  const number = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7)
  return { version: product.version, options: sampleReachable(product, seeded(number)) }
}

/** One shopper: what people do in the shop, each as one call. Throws what the API answers. */
export class SimulatedShopper {
  readonly session: Session
  readonly site: Site
  private readonly heard = new Map<string, () => void>()
  private unsubscribe: (() => void) | undefined

  private constructor(site: Site, session: Session) {
    this.site = site
    this.session = session
  }

  /** A visitor; the first design makes a guest of them. */
  static guest(site: Site): SimulatedShopper {
    return new SimulatedShopper(site, openSession(site))
  }

  static async signedIn(site: Site, account: { email: string; password: string }): Promise<SimulatedShopper> {
    return new SimulatedShopper(site, openSession(site, await signIn(site, account)))
  }

  /** Shapes a design, keeps it and asks the factories. */
  async submit(wish: Wish): Promise<Submitted> {
    const slug = wish.product ?? 'shelf'
    const any = await anyOptions(wish.seed, slug)
    const options = wish.options ?? any.options
    const { api } = this.session
    const design = await api.designs.save.mutate({
      product: slug,
      version: any.version,
      options: plainOptions(options),
    })
    const person = somebody(wish.seed, wish.country)
    return api.orders.submit.mutate({
      design: design.id,
      idempotencyKey: wish.key ?? `simulated/${wish.seed}`,
      email: mailOf(wish.seed),
      address: { ...person, ...(wish.country === undefined ? {} : { country: wish.country }) },
      quantity: wish.quantity ?? 1,
      consent: true,
    })
  }

  get = (order: string): Promise<Order> => this.session.api.orders.get.query({ order })

  /** The quotes of the present round, once there is one; none when the order ended without. */
  async quotes(order: string, patience = patienceMs): Promise<Quote[]> {
    await this.until(order, (now) => now.stage !== 'quoting', patience)
    return this.session.api.quotes.list.query({ order })
  }

  pick = (order: string, quote: string): Promise<Order> => this.session.api.quotes.pick.mutate({ order, quote })

  /**
   * Pays on the hosted page and, unless `returns` is false (the tab was closed), comes back to the order's page.
   * The order moves on by the processor's notice in either case.
   */
  async pay(
    order: string,
    how: { card?: string; challenge?: 'complete' | 'fail'; returns?: boolean } = {},
  ): Promise<CheckoutAnswer> {
    const { checkoutUrl } = await this.session.api.orders.pay.mutate({ order })
    const { name } = somebody(order)
    const answer = await payAt(checkoutUrl, {
      card: how.card ?? testCards.good,
      name,
      email: mailOf(order),
      ...(how.challenge === undefined ? {} : { challenge: how.challenge }),
    })
    if (answer.paid && how.returns !== false) await this.session.api.orders.checkPayment.mutate({ order })
    return answer
  }

  /** Waits until the order is in one of these stages, or for what `reached` says. Throws when it takes longer than `patience`, wall ms. */
  async until(
    order: string,
    wanted: readonly Stage[] | ((order: Order) => boolean),
    patience = patienceMs,
  ): Promise<Order> {
    const reached = typeof wanted === 'function' ? wanted : (now: Order) => wanted.some((stage) => stage === now.stage)
    const deadline = Date.now() + patience
    for (;;) {
      const news = this.news(order)
      const now = await this.get(order).catch(passing)
      if (now !== undefined && reached(now)) return now
      if (Date.now() > deadline)
        throw new Error(`Order ${order} is ${now?.stage ?? 'not to be read'} after ${patience / 1000} s`)
      await news
    }
  }

  /** Resolves when something is heard of an order from now on, and after a second in any case. */
  news(order: string): Promise<void> {
    this.listen()
    return Promise.race([new Promise<void>((resolve) => this.heard.set(order, resolve)), delay(pollMs)])
  }

  confirm = (order: string): Promise<Order> => this.session.api.orders.confirm.mutate({ order })

  report = (order: string, words: string, photos: string[] = []): Promise<Order> =>
    this.session.api.orders.report.mutate({ order, words, photos })

  /** Cancels for what the preview said, and looks again when the work went on meanwhile. */
  async cancel(order: string): Promise<Outputs['orders']['cancel']> {
    const { api } = this.session
    for (let looks = 1; ; looks += 1) {
      const preview = await api.orders.cancelPreview.query({ order })
      const terms = preview.allowed ? { expected: preview.refund.amount } : {}
      try {
        return await api.orders.cancel.mutate({ order, ...terms })
      } catch (error) {
        if (refusalOf(error)?.code !== 'terms_changed' || looks === mostLooks) throw error
      }
    }
  }

  /** Stops listening to changes. */
  close(): void {
    this.unsubscribe?.()
  }

  /** One stream for all of this shopper's orders; while it is away the orders are read now and then. */
  private listen(): void {
    if (this.unsubscribe !== undefined) return
    const subscription = this.session.api.live.changes.subscribe(
      { topics: ['mine'] },
      {
        onData: ({ data }) => this.heard.get(data.order ?? '')?.(),
        onError: () => {
          this.unsubscribe = undefined
        },
      },
    )
    this.unsubscribe = () => subscription.unsubscribe()
  }
}

/** A call that failed because the site was away is made again; a refusal is an answer. */
function passing(error: unknown): undefined {
  if (refusalOf(error) !== undefined) throw error
  return undefined
}

const mailOf = (seed: string): string => `${seed.replace(/\W/g, '-').toLowerCase()}@shoppers.makerline.example`
