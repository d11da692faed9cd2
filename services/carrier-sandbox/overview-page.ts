import { document, html } from '../sandbox/markup.ts'
import type { CarrierSandbox } from './bookings.ts'

const most = 100

/** Every shipment, newest first, with where it is in business time. */
export function overviewPage({ store, deliveries, businessNow }: CarrierSandbox): string {
  const when = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  const shipments = [...store.shipments.values()].reverse().slice(0, most)
  const waiting = deliveries.waiting()
  return document({
    title: 'Shipments',
    notice: 'This stands in for a carrier. No van drives.',
    refreshS: 5,
    body: html`<h1>Shipments</h1>
<p class="quiet">Business time ${when(businessNow())} UTC</p>
${
  shipments.length === 0
    ? html`<p class="quiet">Nothing has been booked yet. A shipment shows up here when a factory ships an order.</p>`
    : html`<div class="scroll"><table>
<thead><tr><th>Shipment</th><th>Order</th><th>From</th><th>To</th><th>State</th><th>Last seen</th><th>Expected</th><th class="number">Cartons</th></tr></thead>
<tbody>${shipments.map(({ shipment, request, silent }) => {
        const last = shipment.events.at(-1)
        return html`<tr><td><code>${shipment.id}</code></td><td><code>${shipment.order}</code></td>
<td>${request.from.city}, ${request.from.country}</td><td>${request.to.city}, ${request.to.country}</td>
<td>${shipment.state.replaceAll('_', ' ')}${silent ? ' (silent)' : ''}</td>
<td>${last === undefined ? '' : `${last.place}, ${when(last.at)}`}</td>
<td>${when(shipment.expectedAt)}</td><td class="number">${shipment.cartons.length}</td></tr>`
      })}</tbody></table></div>`
}
<h2>Webhooks on their way</h2>
<p class="quiet">${waiting.length === 0 ? 'All arrived.' : `${waiting.length} not delivered yet; last answer ${waiting[0]?.lastAnswer ?? 'none'}.`}</p>`,
  })
}
