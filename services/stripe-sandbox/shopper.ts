/** Pays on the hosted page as a browser without scripts does: plain form posts, redirects not followed to the shop. */

export type CardFields = {
  readonly cardNumber: string
  readonly cardExpiry?: string
  readonly cardCvc?: string
  readonly billingName?: string
  readonly email?: string
}

/** `location` is where the page sends the browser next; `text` what it shows otherwise. */
export type PageAnswer = { readonly status: number; readonly location?: string; readonly text: string }

export async function openPage(url: string): Promise<PageAnswer> {
  return answerOf(await fetch(url, { redirect: 'manual' }), url)
}

/** Posts the card; answers the shop's return address when paid, or the page of the card's bank. */
export async function payWithCard(url: string, card: CardFields): Promise<PageAnswer> {
  return postForm(url, {
    email: 'shopper@example.com',
    cardExpiry: '12 / 40',
    cardCvc: '123',
    billingName: 'Ada Shopper',
    ...card,
  })
}

/** Answers the bank's question on the page that `payWithCard` was sent to. */
export async function authenticate(url: string, outcome: 'complete' | 'fail'): Promise<PageAnswer> {
  return postForm(url, { outcome })
}

async function postForm(url: string, fields: Record<string, string>): Promise<PageAnswer> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  return answerOf(response, url)
}

async function answerOf(response: Response, url: string): Promise<PageAnswer> {
  const location = response.headers.get('location')
  const text = await response.text()
  return {
    status: response.status,
    text,
    ...(location === null ? {} : { location: new URL(location, url).href }),
  }
}
