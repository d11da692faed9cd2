/** The mails of an order, in English. `{name}` is filled; a blank line begins a paragraph. */
export const letters = {
  order_received: {
    subject: 'Your order is with the factories',
    text: 'We have frozen your {product} exactly as you shaped it and are asking factories for quotes.\n\nYou can follow it here: {link}',
  },
  quotes_ready: {
    subject: 'Quotes for your {product} are ready',
    text: 'Factories have answered. Each quote holds a place in their plan for you until it lapses.\n\nChoose one here: {link}',
  },
  quotes_expiring: {
    subject: 'Your quotes lapse soon',
    text: 'The places held for your {product} are given back soon. Nothing is lost: we can ask again, but dates may be later.\n\nChoose now: {link}',
  },
  no_quotes: {
    subject: 'No factory has answered yet',
    text: 'No factory could quote for your {product} yet. We keep asking and write again. You owe nothing.\n\nYour order: {link}',
  },
  payment_failed: {
    subject: 'The payment did not go through',
    text: 'Your bank did not let the payment for your {product} through. Nothing was taken. Your place is still held.\n\nTry again here: {link}',
  },
  accepted: {
    subject: '{factory} has accepted your order',
    text: '{factory} makes your {product}. It is promised for {deliverBy}.\n\nWatch it being made: {link}',
  },
  refused: {
    subject: '{factory} cannot make your order',
    text: '{factory} gave your {product} back. Your money has been released in full. We have asked the other factories again.\n\nSee the new quotes: {link}',
  },
  slipped: {
    subject: 'Your {product} comes later than promised',
    text: 'It was promised for {promisedAt}. The factory needs longer. We tell you the new date on your order page and what you can do.\n\n{link}',
  },
  shipped: { subject: 'Your {product} is on its way', text: 'It has left the factory. Follow it here: {link}' },
  delivered: {
    subject: 'Your {product} has arrived',
    text: 'Look at it in peace. If all is good, say so; if something is wrong, report it and the factory is not paid until it is settled.\n\n{link}',
  },
  cancelled: {
    subject: 'Your order is cancelled',
    text: 'Your order for the {product} is cancelled. You get back {refund}.\n\n{link}',
  },
  refunded: { subject: 'Your money is on its way back', text: 'You get back {refund} for your {product}.\n\n{link}' },
  expired: {
    subject: 'Your order has lapsed',
    text: 'No quote was chosen and paid in time, so your order for the {product} has ended. You owe nothing, and your design is kept.\n\n{link}',
  },
  job_waiting: {
    subject: 'A paid order waits for your word',
    text: 'A shopper has paid for a {product} on your quote. Accept it or give it back in the portal.\n\n{portal}',
  },
  report_opened: {
    subject: 'A shopper reports a problem',
    text: 'There is a problem with a {product} you made. The payout waits until it is settled.\n\n{portal}',
  },
} as const

/** A link that lets its reader choose a new password. */
export const passwordReset = {
  subject: 'Choose a new password',
  text: 'Choose a new password here:\n\n{link}\n\nThe link works once, for an hour. If you did not ask for it, nothing has changed and you need do nothing.',
} as const

export const receipt = {
  goods: '{quantity} × {product}, made to order',
  freight: 'Freight',
  tax: 'Tax',
} as const

export const products = { shelf: 'shelf', mug: 'mug', ring: 'ring' } as const
