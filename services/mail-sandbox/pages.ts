import { document, html, type Markup } from '../sandbox/markup.ts'
import type { Message } from './mailbox.ts'

const notice = 'Mails end here. Nothing is sent to anyone.'
const most = 200

const when = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** The newest mails, of one address or of all, and the addresses there are. */
export function listPage(messages: readonly Message[], to: string | undefined): string {
  const addresses = [...new Set(messages.map((message) => message.to))].sort()
  return document({
    title: to === undefined ? 'Mail' : `Mail to ${to}`,
    notice,
    refreshS: 5,
    body: html`<h1>${to === undefined ? 'All mail' : html`Mail to ${to}`}</h1>
${to === undefined ? undefined : html`<p><a href="/">All mail</a></p>`}
${
  messages.length === 0
    ? html`<p class="quiet">No mail yet. What the shop sends shows up here.</p>`
    : html`<div class="scroll"><table>
<thead><tr><th>When (UTC)</th><th>To</th><th>Subject</th></tr></thead>
<tbody>${messages.slice(0, most).map(
        (message) => html`<tr><td>${when(message.at)}</td>
<td><a href="/?to=${encodeURIComponent(message.to)}">${message.to}</a></td>
<td><a href="/messages/${message.id}">${message.subject === '' ? '(no subject)' : message.subject}</a></td></tr>`,
      )}</tbody></table></div>`
}
${to === undefined && addresses.length > 1 ? addressList(addresses) : undefined}`,
  })
}

function addressList(addresses: readonly string[]): Markup {
  return html`<h2>Mailboxes</h2>
<ul>${addresses.map((address) => html`<li><a href="/?to=${encodeURIComponent(address)}">${address}</a></li>`)}</ul>`
}

/** One mail: its written form in a frame that may run and load nothing, and its text with links to press. */
export function messagePage(message: Message): string {
  return document({
    title: message.subject,
    notice,
    body: html`<p><a href="/?to=${encodeURIComponent(message.to)}">Mail to ${message.to}</a></p>
<h1>${message.subject}</h1>
<p class="quiet small">From ${message.from}, ${when(message.at)} UTC${
      message.received > 1 ? `, received ${message.received} times` : ''
    }</p>
${
  message.html === undefined
    ? undefined
    : html`<iframe title="The mail as it looks" src="/messages/${message.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
}
<h2>As text</h2>
<pre>${linked(message.text)}</pre>`,
  })
}

/** The text with its http addresses as links. */
function linked(text: string): readonly Markup[] {
  return text
    .split(/(https?:\/\/[^\s<>"')\]]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`))
}

/** The mail's own HTML, whose links open in a new tab. */
export function htmlBody(message: Message): string {
  return `<base target="_blank">${message.html ?? ''}`
}
