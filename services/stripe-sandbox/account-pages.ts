import { page, type Route, redirect } from '../sandbox/http.ts'
import { type Change, createChange, type Sandbox } from './change.ts'
import { missingPage, onboardingPage } from './hosted-pages.ts'
import { accountObject } from './party-objects.ts'
import type { RecordOf } from './records.ts'

/** The onboarding page of a connected account; after it the account takes transfers. */
export function accountPageRoutes(sandbox: Sandbox): readonly Route[] {
  /** A link that is used up or too old leads back for a new one, as Stripe does. */
  const usable = (id: string | undefined): RecordOf<'account_link'> | undefined =>
    sandbox.store.account_link.get(id ?? '')
  const stale = (link: RecordOf<'account_link'>): boolean => link.expiresAt * 1000 <= sandbox.now()

  return [
    [
      'GET /connect/:id',
      ({ params }) => {
        const link = usable(params.id)
        if (link === undefined) return page(404, missingPage())
        return stale(link) ? redirect(link.refreshUrl) : page(200, onboardingPage(link))
      },
    ],
    [
      'POST /connect/:id',
      async ({ params }) => {
        const link = usable(params.id)
        const account = sandbox.store.account.get(link?.account ?? '')
        if (link === undefined || account === undefined) return page(404, missingPage())
        if (stale(link)) return redirect(link.refreshUrl)
        const change = createChange(sandbox)
        change.put({ ...link, expiresAt: change.at })
        finishAccount(change, account)
        change.commit()
        await sandbox.store.settled()
        return redirect(link.returnUrl)
      },
    ],
  ]
}

/** The account has told everything: from now on it takes transfers. */
export function finishAccount(change: Change, account: RecordOf<'account'>): void {
  const finished = { ...account, onboarded: true }
  change.put(finished)
  change.emit('account.updated', () => accountObject(finished))
}
