import type { ReactNode } from 'react'
import { isRouteErrorResponse, useLocation } from 'react-router'
import { useWords } from '../words/reader.tsx'
import { ButtonLink } from './button.tsx'
import { DimensionLine } from './dimension-line.tsx'
import { When } from './figures.tsx'

/** Says what happened, what is safe and what to do, for anything a page may throw. `at` is when, in ms, where known. */
export function ErrorPage({ error, at }: { error: unknown; at?: number }) {
  const { say } = useWords()
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : undefined
  const again = (
    <ButtonLink kind="primary" to={pathname + search} reloadDocument>
      {say('frame.tryAgain')}
    </ButtonLink>
  )
  if (status === 404)
    return (
      <Plate code="404" title={say('frame.notFoundTitle')} words={say('frame.notFound')}>
        <ButtonLink kind="primary" to="/">
          {say('frame.toHome')}
        </ButtonLink>
      </Plate>
    )
  if (status === 401 || status === 403)
    return (
      <Plate code={String(status)} title={say('frame.forbiddenTitle')} words={say('frame.forbidden')}>
        <ButtonLink kind="primary" to={`/sign-in?other=1&next=${encodeURIComponent(pathname + search)}`}>
          {say('frame.signIn')}
        </ButtonLink>
      </Plate>
    )
  if (status === 429)
    return (
      <Plate code="429" title={say('frame.tooManyTitle')} words={say('frame.tooMany')}>
        {again}
      </Plate>
    )
  if (error instanceof TypeError && typeof navigator === 'object' && !navigator.onLine)
    return (
      <Plate title={say('frame.offlineTitle')} words={say('frame.offline')}>
        {again}
      </Plate>
    )
  return (
    <Plate code={status ? String(status) : '500'} title={say('frame.brokenTitle')} words={say('frame.broken')}>
      {again}
      {at !== undefined && (
        <p className="text-fine text-soft">
          <When at={at} />
        </p>
      )}
    </Plate>
  )
}

function Plate({ code, title, words, children }: { code?: string; title: string; words: string; children: ReactNode }) {
  return (
    <div className="-mb-24 mat-grid flex flex-1 items-center justify-center px-4 py-16">
      <title>{title}</title>
      <div className="flex w-full max-w-lg flex-col items-start gap-5 border border-line bg-paper p-6 sm:p-10">
        <DimensionLine className="w-40 font-mono text-fine text-soft">{code}</DimensionLine>
        <h1 className="text-head">{title}</h1>
        <p className="text-soft">{words}</p>
        {children}
      </div>
    </div>
  )
}
