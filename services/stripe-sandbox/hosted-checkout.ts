import { type Handler, page, type Route, redirect, type SandboxAnswer, type SandboxRequest } from '../sandbox/http.ts'
import { type FormErrors, readCardForm } from './card-form.ts'
import { authenticationFailure, insufficientFunds, keptCardOf, verdictOn } from './cards.ts'
import { type Change, createChange, type Sandbox } from './change.ts'
import { challengePage, closedPage, missingPage, paymentPage } from './hosted-pages.ts'
import { authorise, decline, expireSession, startIntent } from './moves.ts'
import { intentObject } from './payment-objects.ts'
import type { RecordOf } from './records.ts'

type Session = RecordOf<'checkout.session'>

/** The hosted page: paying, 3-D Secure and back to the shop, all by plain forms. */
export function checkoutPageRoutes(sandbox: Sandbox): readonly Route[] {
  /** Runs only for a session that can be paid; a paid one goes on to the shop, an expired one says so. */
  const open =
    (handle: (session: Session, request: SandboxRequest) => Promise<SandboxAnswer> | SandboxAnswer): Handler =>
    async (request) => {
      const session = sandbox.store['checkout.session'].get(request.params.id ?? '')
      if (session === undefined) return page(404, missingPage())
      if (session.status === 'complete') return redirect(successUrl(session))
      const overdue = session.status === 'open' && session.expiresAt * 1000 <= sandbox.now()
      if (overdue) {
        const change = createChange(sandbox)
        expireSession(change, sandbox.store, session, sandbox.origin())
        change.commit()
        await sandbox.store.settled()
      }
      return overdue || session.status === 'expired' ? page(410, closedPage(session)) : handle(session, request)
    }

  const settle = async (change: Change, answer: SandboxAnswer): Promise<SandboxAnswer> => {
    change.commit()
    await sandbox.store.settled()
    return answer
  }

  const show = (session: Session, status: number, values: URLSearchParams, errors: FormErrors, alert?: string) =>
    page(status, paymentPage(session, { values, errors, alert }))

  function pay(session: Session, request: SandboxRequest): Promise<SandboxAnswer> | SandboxAnswer {
    const posted = new URLSearchParams(request.body)
    if (session.customerEmail !== undefined) posted.set('email', session.customerEmail)
    const read = readCardForm(posted, sandbox.now())
    if ('errors' in read) return show(session, 400, posted, read.errors)
    const { number, expiry, email, name } = read.form
    const verdict = verdictOn(number)
    const card = keptCardOf(number, expiry)
    const payer = { email, name }
    const change = createChange(sandbox)
    const intent = startIntent(change, sandbox.store, session)
    switch (verdict.kind) {
      case 'approved':
        authorise(change, sandbox.store, { session, intent, card, payer, origin: sandbox.origin() })
        return settle(change, redirect(successUrl(session)))
      case 'declined':
        decline(change, sandbox.store, intent, card, payer, verdict.failure)
        return settle(change, show(session, 402, posted, {}, verdict.failure.message))
      case 'challenge': {
        const next = {
          ...intent,
          status: 'requires_action',
          challenge: { card, verdict: verdict.after, payer },
        } as const
        change.put(next)
        change.emit('payment_intent.requires_action', () => intentObject(sandbox.store, next))
        return settle(change, redirect(`/c/pay/${session.id}/authenticate`))
      }
    }
  }

  /** The attempt that waits for the shopper's bank; without one there is nothing to authenticate. */
  function challenged(session: Session) {
    const intent = session.intent === undefined ? undefined : sandbox.store.payment_intent.get(session.intent)
    const { challenge } = intent ?? {}
    if (intent === undefined || challenge?.payer === undefined) return undefined
    return { intent, card: challenge.card, payer: challenge.payer, verdict: challenge.verdict }
  }

  function authenticate(session: Session, request: SandboxRequest): Promise<SandboxAnswer> | SandboxAnswer {
    const attempt = challenged(session)
    if (attempt === undefined) return redirect(`/c/pay/${session.id}`)
    const { intent, card, payer, verdict } = attempt
    const change = createChange(sandbox)
    const completed = new URLSearchParams(request.body).get('outcome') === 'complete'
    if (completed && verdict === 'approved') {
      authorise(change, sandbox.store, { session, intent, card, payer, origin: sandbox.origin() })
      return settle(change, redirect(successUrl(session)))
    }
    const failure = completed ? insufficientFunds : authenticationFailure
    decline(change, sandbox.store, intent, card, payer, failure)
    const values = new URLSearchParams({ email: payer.email, billingName: payer.name })
    return settle(change, show(session, 402, values, {}, failure.message))
  }

  return [
    ['GET /c/pay/:id', open((session) => show(session, 200, new URLSearchParams(), {}))],
    ['POST /c/pay/:id', open(pay)],
    [
      'GET /c/pay/:id/authenticate',
      open((session) =>
        challenged(session) === undefined ? redirect(`/c/pay/${session.id}`) : page(200, challengePage(session)),
      ),
    ],
    ['POST /c/pay/:id/authenticate', open(authenticate)],
  ]
}

function successUrl(session: Session): string {
  return session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}
