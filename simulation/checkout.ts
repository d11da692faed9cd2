import { type Form, formsOf, textOfRole } from './html-form.ts'

/** Stripe's test cards for what a shopper may meet. */
export const testCards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  challenged: '4000002500003155',
} as const

export type Payer = {
  readonly card: string
  readonly name: string
  readonly email: string
  /** what the shopper answers when the card's bank asks; default `complete` */
  readonly challenge?: 'complete' | 'fail'
}

/** `returnedTo` is the shop's page that the payment page sends back to; `says` is what the page says when it did not work. */
export type CheckoutAnswer =
  | { readonly paid: true; readonly returnedTo: string }
  | { readonly paid: false; readonly says: string }

/** More pages than this are no payment. */
const mostPages = 8

/**
 * Pays on the hosted Checkout page as a browser without JavaScript does: reads the form, fills it in, sends it, follows where it leads.
 * Throws when there is no such form (a page that has expired, or one that needs JavaScript).
 */
export async function payAt(checkoutUrl: string, payer: Payer): Promise<CheckoutAnswer> {
  const { origin } = new URL(checkoutUrl)
  let page = await visit(checkoutUrl)
  for (let visited = 0; visited < mostPages; visited += 1) {
    if (new URL(page.address).origin !== origin) return { paid: true, returnedTo: page.address }
    const alert = textOfRole(page.html, 'alert')
    if (alert !== undefined) return { paid: false, says: alert }
    const [form] = formsOf(page.html, page.address)
    if (form === undefined) throw new Error(`There is no form to pay with (${page.status})`)
    page = await visit(form.action, filled(form, payer))
  }
  throw new Error('The payment page leads nowhere')
}

type Page = { readonly address: string; readonly status: number; readonly html: string }

/** Follows redirects within the payment page; a redirect away from it is where the shopper returns to. */
async function visit(address: string, body?: URLSearchParams): Promise<Page> {
  const response = await fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
  const location = response.headers.get('location')
  if (location === null) return { address, status: response.status, html: await response.text() }
  await response.body?.cancel()
  const next = new URL(location, address)
  if (next.origin !== new URL(address).origin) return { address: next.href, status: response.status, html: '' }
  return visit(next.href)
}

function filled({ fields, buttons }: Form, payer: Payer): URLSearchParams {
  const typed: Readonly<Record<string, string>> = {
    email: payer.email,
    cardNumber: payer.card,
    cardExpiry: '12 / 34',
    cardCvc: '123',
    billingName: payer.name,
  }
  const sent = new URLSearchParams([...fields].map(([name, value]) => [name, value || (typed[name] ?? '')]))
  const wanted = payer.challenge ?? 'complete'
  const pressed = buttons.find(({ value }) => value === wanted) ?? buttons[0]
  if (pressed !== undefined) sent.set(pressed.name, pressed.value)
  return sent
}
