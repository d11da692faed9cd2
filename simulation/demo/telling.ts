import type { Outputs } from '../session.ts'

export type StoryEvent = Outputs['orders']['story']['events'][number]

const trackedAs: Readonly<Record<string, string>> = {
  collected: 'collected by the carrier',
  in_transit: 'on the way',
  failed: 'nobody was at home',
  lost: 'lost by the carrier',
}

/** One event of an order as a line of the view: what, and a detail; undefined for what the view tells in its own way. */
export function told({ kind, data }: StoryEvent): readonly [what: string, detail: string] | undefined {
  const { operation, note, reason } = data
  switch (kind) {
    case 'accepted':
      return ['Accepted', 'slots booked, money taken']
    case 'refused':
      return ['Given back', String(reason ?? '')]
    case 'operation_started':
      return ['Started', String(operation ?? '')]
    case 'operation_paused':
      return ['Paused', `${operation ?? ''}: ${reason ?? ''}`]
    case 'operation_finished':
      return [
        'Finished',
        `${operation ?? ''}${note === undefined ? '' : ` · “${note}”`}${data.photo ? ' · photo' : ''}`,
      ]
    case 'handed_over':
      return ['Shipped', 'labels on every carton']
    case 'tracked':
      return ['Tracked', trackedAs[String(data.state)] ?? String(data.state)]
    case 'delivered':
      return ['Delivered', 'at the door']
    case 'slipped':
    case 'late':
      return ['Late', 'the promised date slips, and the shopper is told']
    default:
      return undefined
  }
}

/** An amount of minor units as people read it. */
export const money = ({ amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount / 100)

export const dayOf = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).format(Date.parse(iso))
