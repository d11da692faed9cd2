import { document, html } from '../sandbox/markup.ts'
import type { Sandbox } from './change.ts'
import { money } from './hosted-pages.ts'

/** How many rows each list shows. */
const most = 100

/** What the sandbox holds, newest first: payments, payouts, and webhooks that did not arrive yet. */
export function overviewPage({ store, deliveries, origin }: Sandbox): string {
  const newest = <Item>(items: Iterable<Item>): readonly Item[] => [...items].reverse().slice(0, most)
  const when = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')}`
  const payments = newest(store.payment_intent.values())
  const openSessions = newest([...store['checkout.session'].values()].filter((item) => item.status === 'open'))
  const transfers = newest(store.transfer.values())
  const waiting = deliveries.waiting()
  return document({
    title: 'Payments',
    notice: 'This stands in for Stripe. No real money moves here.',
    refreshS: 10,
    body: html`<h1>Payments</h1>
${
  payments.length === 0
    ? html`<p class="quiet">Nothing has been paid yet. Payments show up here when a shopper pays an order.</p>`
    : html`<div class="scroll"><table>
<thead><tr><th>When (UTC)</th><th>Order</th><th>State</th><th class="number">Amount</th><th class="number">Taken</th><th class="number">Refunded</th><th>Card</th></tr></thead>
<tbody>${payments.map((intent) => {
        const charge = store.charge.get(intent.charge ?? '')
        const refunded = intent.captured > 0 ? (charge?.refunded ?? 0) : 0
        return html`<tr><td>${when(intent.created)}</td><td><code>${intent.metadata.order ?? intent.id}</code></td>
<td>${intent.status.replaceAll('_', ' ')}</td><td class="number">${money(intent.amount, intent.currency)}</td>
<td class="number">${money(intent.captured, intent.currency)}</td>
<td class="number">${money(refunded, intent.currency)}</td>
<td>${charge === undefined ? '' : `${charge.card.brand} ${charge.card.last4}`}</td></tr>`
      })}</tbody></table></div>`
}
<h2>Waiting to be paid</h2>
${
  openSessions.length === 0
    ? html`<p class="quiet">No open payment page.</p>`
    : html`<ul>${openSessions.map(
        (item) =>
          html`<li><a href="${origin()}/c/pay/${item.id}">${money(item.amount, item.currency)}</a> until ${when(item.expiresAt)}</li>`,
      )}</ul>`
}
<h2>Payouts</h2>
${
  transfers.length === 0
    ? html`<p class="quiet">No transfer to a connected account yet.</p>`
    : html`<div class="scroll"><table><thead><tr><th>When (UTC)</th><th>To</th><th>Order</th><th class="number">Amount</th></tr></thead>
<tbody>${transfers.map(
        (item) => html`<tr><td>${when(item.created)}</td><td><code>${item.destination}</code></td>
<td><code>${item.metadata.order ?? ''}</code></td><td class="number">${money(item.amount, item.currency)}</td></tr>`,
      )}</tbody></table></div>`
}
<h2>Webhooks on their way</h2>
${
  waiting.length === 0
    ? html`<p class="quiet">All arrived.</p>`
    : html`<ul>${waiting
        .slice(0, most)
        .map(
          (item) =>
            html`<li><code>${store.event.get(item.id)?.type ?? item.id}</code>: tried ${item.attempts} times, last answer ${item.lastAnswer ?? 'none'}</li>`,
        )}</ul>`
}`,
  })
}
