import type { SearchAttributePair } from '@temporalio/common'
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow'
import { businessNow, wallUntil } from '#models/order/clock.ts'
import type { EventKind } from '#models/order/events.ts'
import { type Move, nextStage } from '#models/order/moves.ts'
import { holderOf, isEnd, type Stage, type WaitingOn } from '#models/order/stages.ts'
import type { Values } from '#models/product/evaluation.ts'
import { Mutex } from '../mutex.ts'
import { refusal } from '../refusal.ts'
import { searchAttributes as key } from '../search-attributes.ts'
import { records, sendMail } from './calls.ts'
import type { MailKind, OrderPatch, PaidOut, PickedQuote, Step } from './effects.ts'
import { type OrderInput, type OrderView, orderWorkflowId } from './messages.ts'

/** Something that happens by itself when nobody acts. Business epoch ms. */
export type Alarm = { readonly name: 'deadline' | 'reminder' | 'late'; readonly at: number }

/** The state of one order and the only ways to change it. Everything here is deterministic. */
export class OrderProcess {
  readonly mutex = new Mutex()
  stage: Stage = 'quoting'
  waitingOn: WaitingOn = 'system'
  waitingSince: number
  sequence = 0
  late = false
  submitted = false
  round = 0
  /** the hand round that is open now */
  handRound: number | undefined
  /** payment attempts begun; the current one's number */
  attempt = 0
  checkoutUrl: string | undefined
  paymentNoticed = false
  /** the refused charge that the shopper was last told of */
  refusalTold: string | undefined
  /** the carrier's movement that the shopper was last told of */
  movementTold: string | undefined
  captured = 0
  paymentDue: number | undefined
  picked: PickedQuote | undefined
  jobs = 0
  job: string | undefined
  promisedAt: number | undefined
  /** the worst date the shopper was told of since, business epoch ms */
  slippedTo: number | undefined
  /** a shipment that the carrier told of before its job was over */
  noticedShipment: string | undefined
  reminderAt: number | undefined
  dueAt: number | undefined
  reported = false
  /** factories that gave this order back; they are not asked again */
  readonly refusedBy: string[] = []
  /** the bank transfer that an operator is to make */
  payout: { paid: PaidOut; confirmed: boolean } | undefined
  private readonly asides: Promise<void>[] = []
  private readonly shown = new Map<string, string>()

  readonly input: OrderInput

  constructor(input: OrderInput) {
    this.input = input
    this.waitingSince = this.now()
  }

  get id(): string {
    return this.input.order
  }

  get ended(): boolean {
    return isEnd(this.stage)
  }

  /** Business time now. */
  now(): number {
    return businessNow(this.input.clock, Date.now())
  }

  /** Wall milliseconds until a business time. */
  until(at: number): number {
    return wallUntil(this.input.clock, at, Date.now())
  }

  view(): OrderView {
    return { stage: this.stage, waitingOn: this.waitingOn, sequence: this.sequence, late: this.late }
  }

  /** The stage a move leads to. Throws the refusal `illegal_move` when the table does not know it. */
  after(move: Move): Stage {
    const next = nextStage(this.stage, move)
    if (next === undefined) throw refusal('illegal_move', { stage: this.stage, move })
    return next
  }

  /** The next step of this workflow, ready to be written; nothing of the process changes yet. */
  step(kind: EventKind, data: Values = {}, patch: OrderPatch = {}, ledger: NonNullable<Step['ledger']> = []): Step {
    return {
      workflow: orderWorkflowId(this.id),
      sequence: this.sequence + 1,
      order: this.id,
      factory: this.picked?.factory,
      kind,
      at: this.now(),
      data,
      patch,
      ledger,
    }
  }

  /** The next step as a move to another stage, with who holds the clock and until when. */
  moveStep(
    move: Move,
    kind: EventKind,
    data: Values,
    options: { dueAt?: number | undefined; patch?: OrderPatch; ledger?: NonNullable<Step['ledger']> } = {},
  ): Step {
    const stage = this.after(move)
    const patch: OrderPatch = {
      ...options.patch,
      stage,
      waitingOn: holderOf(stage),
      // Who is waited for in the same stage still waits since then.
      waitingSince: stage === this.stage && holderOf(stage) === this.waitingOn ? this.waitingSince : this.now(),
      dueAt: options.dueAt ?? null,
    }
    return this.step(kind, data, patch, options.ledger ?? [])
  }

  /** Takes over a step that has been written: from here on the process is where the row is. */
  apply(step: Step): void {
    this.sequence = step.sequence
    const { patch } = step
    if (patch === undefined) return
    if (patch.stage !== undefined) this.stage = patch.stage
    if (patch.waitingOn !== undefined) this.waitingOn = patch.waitingOn
    if (patch.waitingSince !== undefined) this.waitingSince = patch.waitingSince
    if (patch.dueAt !== undefined) this.dueAt = patch.dueAt ?? undefined
    if (patch.promisedAt !== undefined) this.promisedAt = patch.promisedAt ?? undefined
    if (patch.late !== undefined) this.late = patch.late
    if (patch.stage !== undefined || patch.waitingOn !== undefined || patch.late !== undefined) this.show()
  }

  /** Writes a step that needs no other row. */
  async record(step: Step): Promise<void> {
    await records.record({ step })
    this.apply(step)
  }

  /**
   * Sends a mail without making the process wait; the workflow ends only when all are sent or given up. The answer of a call leaves only
   * when the mails begun with it have gone: `after` lets one begin later.
   */
  mail(kind: MailKind, values: Readonly<Record<string, string | number>> = {}, after?: Promise<void>): void {
    const mail = { order: this.id, kind, key: `${orderWorkflowId(this.id)}/${this.sequence}/${kind}`, values }
    this.aside(after === undefined ? sendMail(mail) : after.then(() => sendMail(mail)))
  }

  /** Work that nobody waits for; the workflow ends only when it is done. */
  aside(work: Promise<void>): void {
    this.asides.push(work)
  }

  /** Resolves when no mail is under way, and nothing else that was done aside. */
  async mailed(): Promise<void> {
    await Promise.all(this.asides)
  }

  /** The earliest thing that happens by itself in this state. */
  nextAlarm(): Alarm | undefined {
    const alarms: Alarm[] = []
    if (this.dueAt !== undefined) alarms.push({ name: 'deadline', at: this.dueAt })
    if (this.reminderAt !== undefined) alarms.push({ name: 'reminder', at: this.reminderAt })
    const making = this.stage === 'scheduled' || this.stage === 'in_production' || this.stage === 'shipped'
    if (making && !this.late && this.promisedAt !== undefined) alarms.push({ name: 'late', at: this.promisedAt })
    return alarms.sort((a, b) => a.at - b.at)[0]
  }

  /** Each upsert is an event of the history, so what has not changed is not said again. */
  private upsert(attributes: readonly SearchAttributePair[]): void {
    const changed = attributes.filter(({ key: { name }, value }) => this.shown.get(name) !== JSON.stringify(value))
    for (const {
      key: { name },
      value,
    } of changed)
      this.shown.set(name, JSON.stringify(value))
    if (changed.length > 0) upsertSearchAttributes(changed)
  }

  /** What operators see: search attributes to filter by and details to read. */
  private show(): void {
    this.upsert([
      { key: key.stage, value: this.stage },
      { key: key.waitingOn, value: this.waitingOn },
      { key: key.waitingSince, value: new Date(this.waitingSince) },
      { key: key.late, value: this.late },
      ...(this.picked === undefined
        ? []
        : [
            { key: key.factory, value: this.picked.factory },
            { key: key.belt, value: this.picked.belt },
          ]),
    ])
    const due = this.dueAt === undefined ? 'no deadline' : `due ${new Date(this.dueAt).toISOString()}`
    setCurrentDetails(
      [
        `**${this.stage.replaceAll('_', ' ')}**: waiting on ${this.waitingOn} since ${new Date(this.waitingSince).toISOString()}, ${due}.`,
        this.promisedAt === undefined
          ? ''
          : `Promised for ${new Date(this.promisedAt).toISOString()}${this.late ? ', **late**' : ''}.`,
        this.picked === undefined ? '' : `Factory: ${this.picked.factoryName} (${this.picked.belt}).`,
        this.payout === undefined || this.payout.confirmed ? '' : transferToMake(this.payout.paid),
        `[Order page](${this.input.site}/orders/${this.id})`,
      ]
        .filter((line) => line !== '')
        .join('\n\n'),
    )
  }
}

/** What the operator who makes a bank transfer has to know. */
const transferToMake = ({ amount, currency, factory, reference }: PaidOut): string =>
  `**To pay by bank**: ${(amount / 100).toFixed(2)} ${currency} to ${factory}, text of the transfer ${reference}. Then run \`confirmPayout\`.`
