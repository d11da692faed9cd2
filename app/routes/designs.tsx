import { data, Link, useSearchParams } from 'react-router'
import { DesignList } from '../customizer/design-list.tsx'
import { prepareProduct } from '../customizer/ready-product.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/designs.ts'

/** How many are shown at first, and more each time. */
const some = 30

export async function loader({ request, context }: Route.LoaderArgs) {
  const { say } = await wordsFor(request)
  const person = context.person()
  const asked = Number(new URL(request.url).searchParams.get('show'))
  const show = Number.isInteger(asked) && asked > 0 ? asked : some
  const all = person ? await context.api.designs.mine() : []
  const designs = all.slice(0, show)
  for (const { product, version } of designs) await prepareProduct(product, version)
  return data({
    title: say('account.designsTitle'),
    designs,
    more: all.length > show ? show + some : undefined,
    isGuest: person === undefined || person.role === 'guest',
  })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function Designs({ loaderData }: Route.ComponentProps) {
  const { designs, more, isGuest } = loaderData
  const { say } = useWords()
  const [query] = useSearchParams()
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-10 sm:px-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-head">{say('account.designsTitle')}</h1>
        {designs.length > 0 && (
          <ButtonLink kind="primary" to="/p/shelf">
            {say('account.shapeOne')}
          </ButtonLink>
        )}
      </div>
      {isGuest && designs.length > 0 && (
        <p className="mt-3 max-w-2xl text-soft">
          {say('account.guest')}{' '}
          <Link to="/sign-up" className="whitespace-nowrap text-mat-strong underline underline-offset-4">
            {say('account.signUp')}
          </Link>
        </p>
      )}
      <div className="mt-8">
        {designs.length === 0 ? (
          <EmptyState
            title={say('account.noDesigns')}
            action={
              <ButtonLink kind="primary" to="/p/shelf">
                {say('account.shapeOne')}
              </ButtonLink>
            }
          >
            {say('account.noDesignsWhat')}
          </EmptyState>
        ) : (
          <DesignList designs={designs} />
        )}
      </div>
      {more !== undefined && (
        <ButtonLink
          className="mt-10"
          preventScrollReset
          to={{ search: String(new URLSearchParams([...query, ['show', String(more)]])) }}
        >
          {say('account.showMore')}
        </ButtonLink>
      )}
    </div>
  )
}
