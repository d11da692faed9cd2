import { document, html, type Markup } from '../sandbox/markup.ts'
import type { FieldName, FormErrors } from './card-form.ts'
import type { RecordOf } from './records.ts'

type Session = RecordOf<'checkout.session'>

const notice = 'No real card, no real money. Pay with 4242 4242 4242 4242, any future date, any three digits.'

export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() }).format(amount / 100)
}

/** The form to pay with. `values` is what was typed before; card details are never sent back. */
export function paymentPage(
  session: Session,
  shown: { values: URLSearchParams; errors: FormErrors; alert?: string | undefined },
): string {
  const { values, errors, alert } = shown
  const email = session.customerEmail ?? values.get('email') ?? ''
  return document({
    title: `Pay ${money(session.amount, session.currency)}`,
    notice,
    body: html`<div class="two">
<section aria-label="Order">
${back(session)}
${summary(session)}
</section>
<section aria-label="Payment">
<h1>Pay with card</h1>
${alert === undefined ? undefined : html`<p class="alert" role="alert">${alert}</p>`}
<form method="post" action="/c/pay/${session.id}" novalidate>
${field(
  'email',
  'Email',
  errors,
  html`type="email" autocomplete="email" value="${email}" ${
    session.customerEmail === undefined ? undefined : html`readonly`
  }`,
)}
${field('cardNumber', 'Card number', errors, html`inputmode="numeric" autocomplete="cc-number" placeholder="1234 1234 1234 1234"`)}
<div class="pair">
${field('cardExpiry', 'Expiry', errors, html`inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY"`)}
${field('cardCvc', 'CVC', errors, html`inputmode="numeric" autocomplete="cc-csc" placeholder="CVC"`)}
</div>
${field('billingName', 'Cardholder name', errors, html`autocomplete="cc-name" value="${values.get('billingName') ?? ''}"`)}
<button type="submit">Pay ${money(session.amount, session.currency)}</button>
</form>
<p class="quiet small">${
      session.intentData.captureMethod === 'manual'
        ? 'The amount is held on the card now and taken when the seller accepts the order.'
        : 'The amount is taken from the card now.'
    }</p>
</section>
</div>`,
  })
}

function field(name: FieldName, label: string, errors: FormErrors, attributes: Markup): Markup {
  const error = errors[name]
  const invalid = html`aria-invalid="true" aria-describedby="${name}-error"`
  return html`<div>
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" required ${attributes} ${error === undefined ? undefined : invalid}>
${error === undefined ? undefined : html`<p class="error" id="${name}-error">${error}</p>`}
</div>`
}

function summary(session: Session): Markup {
  return html`<p class="quiet">To pay</p>
<p class="total">${money(session.amount, session.currency)}</p>
<dl class="lines">
${session.lines.map(
  (
    line,
  ) => html`<dt>${line.name}${line.quantity > 1 ? html` <span class="quiet">× ${line.quantity}</span>` : undefined}</dt>
<dd>${money(line.amount * line.quantity, session.currency)}</dd>`,
)}
<dt class="sum">Total</dt><dd class="sum">${money(session.amount, session.currency)}</dd>
</dl>`
}

function back(session: Session): Markup | undefined {
  return session.cancelUrl === undefined
    ? undefined
    : html`<p><a href="${session.cancelUrl}">← Back to the shop</a></p>`
}

/** What the shopper's bank would ask. */
export function challengePage(session: Session): string {
  return document({
    title: '3-D Secure',
    notice: 'This stands for the page of the card’s bank.',
    body: html`<div class="narrow">
<h1>3-D Secure test page</h1>
<p>The bank asks whether you are paying <strong>${money(session.amount, session.currency)}</strong>.</p>
<form method="post" action="/c/pay/${session.id}/authenticate">
<button type="submit" name="outcome" value="complete" id="test-source-authorize-3ds">Complete</button>
<button type="submit" name="outcome" value="fail" id="test-source-fail-3ds" class="second">Fail</button>
</form>
</div>`,
  })
}

/** A session that cannot be paid any more. */
export function closedPage(session: Session): string {
  return document({
    title: 'This page has expired',
    notice,
    body: html`<div class="narrow">
<h1>This payment page has expired</h1>
<p>Nothing was taken. Go back to the order to pay again.</p>
${back(session)}
</div>`,
  })
}

export function missingPage(): string {
  return document({
    title: 'Not found',
    notice,
    body: html`<div class="narrow"><h1>There is no such page</h1><p>The link may have been cut off.</p></div>`,
  })
}

/** Where a factory would give its bank details. */
export function onboardingPage(link: RecordOf<'account_link'>): string {
  return document({
    title: 'Payout account',
    notice: 'No real bank account is asked for.',
    body: html`<div class="narrow">
<h1>Set up payouts</h1>
<p>Here a factory would prove who it is and name its bank account.</p>
<form method="post" action="/connect/${link.id}">
<button type="submit">Finish setting up</button>
</form>
</div>`,
  })
}
