import { useEffect, useMemo, useRef, useState } from 'react'
import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { refusalIn } from '#app/api/refusals.ts'
import { evaluate } from '#models/product/evaluate.ts'
import { say as sayOf } from '#models/product/words.ts'
import { aboutOf } from '../customizer/about.ts'
import { countryIn } from '../customizer/choices.ts'
import { DeliveryDate } from '../customizer/delivery-date.tsx'
import { DesignFacts } from '../customizer/design-facts.tsx'
import { DrawingView } from '../customizer/drawing-view.tsx'
import { read } from '../customizer/reading.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { useAbout } from '../customizer/use-about.ts'
import { briefly } from '../customizer/wording.ts'
import { AddressFields, troubleText } from '../ordering/address-fields.tsx'
import { CheaperWay } from '../ordering/cheaper-way.tsx'
import { type FieldTroubles, readOrderForm } from '../ordering/order-form.ts'
import { mostPieces } from '../ordering/pieces.ts'
import { WithdrawalNote } from '../ordering/withdrawal-note.tsx'
import { readPreferences } from '../preferences/cookie.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { ErrorLine, TextField } from '../ui/field.tsx'
import { Price } from '../ui/figures.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { useWords } from '../words/reader.tsx'
import { refusalWords } from '../words/refusals.ts'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/order-step.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const design = await context.api.designs.get({ id: params.design }).catch((error: unknown) => {
    throw refusalIn(error)?.code === 'unknown_design' ? data(null, { status: 404 }) : error
  })
  const product = await prepareProduct(design.product, design.version)
  if (!product) throw data(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const country = countryIn(searchParams, readPreferences(request.headers).country)
  const quantity = quantityIn(searchParams)
  const { say } = await wordsFor(request)
  const { factories } = await context.api.catalog.capacity()
  const person = context.person()
  return {
    id: design.id,
    slug: design.product,
    version: design.version,
    options: design.options,
    title: say('ordering.pageTitle', { name: sayOf(product.words, 'product.name') }),
    country,
    quantity,
    about: aboutOf(evaluate(product, design.options, { country, quantity }).make, country, factories, quantity),
    email: person === undefined || person.role === 'guest' ? undefined : person.email,
    key: crypto.randomUUID(),
    filled: Object.fromEntries(searchParams),
  }
}

type Answer = { troubles: FieldTroubles; refused: string | undefined; filled: Record<string, string> }

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const filled = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const person = context.person()
  const read = readOrderForm(form, person === undefined || person.role === 'guest')
  if ('troubles' in read) return data<Answer>({ troubles: read.troubles, refused: undefined, filled }, { status: 422 })
  const { quantity, key, email, consent, ...address } = read.order
  const shownBy = form.get('shownBy')
  try {
    const { url } = await context.api.orders.submit({
      design: params.design,
      idempotencyKey: key,
      quantity,
      ...(email === undefined ? {} : { email }),
      address,
      consent: consent === 'on',
      language: readPreferences(request.headers).language,
      ...(typeof shownBy === 'string' && shownBy !== '' ? { shownBy } : {}),
    })
    const { pathname, search } = new URL(url)
    return redirect(pathname + search)
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    return data<Answer>({ troubles: {}, refused: refusalWords(refusal), filled }, { status: 422 })
  }
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData?.title }, { name: 'robots', content: 'noindex' }]
}

export default function OrderStep({ loaderData, actionData }: Route.ComponentProps) {
  const { id, slug, version, options, email, key, about } = loaderData
  const words = useWords()
  const { say } = words
  const product = useProduct(slug, version)
  const filled = actionData?.filled ?? loaderData.filled
  const troubles = actionData?.troubles ?? {}
  const [country, setCountry] = useState(filled.country ?? loaderData.country)
  const [quantity, setQuantity] = useState(Number(filled.quantity ?? loaderData.quantity) || 1)
  const isAsking = useNavigation().formMethod === 'POST'
  const pieces = Math.min(mostPieces, Math.max(1, quantity))
  const reading = useMemo(() => read(product, options, country, pieces), [product, options, country, pieces])
  const date = useAbout(reading.make, country, about, pieces)
  const shownBy = date.state === 'known' && date.at !== undefined ? new Date(date.at).toISOString() : ''
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 md:py-12">
      <h1 className="text-head">{say('ordering.title')}</h1>
      <p className="mt-2 max-w-xl text-lead text-soft">{say('ordering.intro')}</p>
      <Form
        method="get"
        noValidate
        className="mt-8 grid gap-10 lg:grid-cols-[minmax(0,1fr)_400px] lg:gap-16"
        data-price={reading.price.amount}
        data-currency={reading.price.currency}
        data-hash={reading.hash}
      >
        <input type="hidden" name="key" value={filled.key ?? key} />
        <input type="hidden" name="shownBy" value={shownBy} />
        <div className="flex min-w-0 flex-col gap-10">
          <Summary troubles={troubles} refused={actionData?.refused} />
          <section className="flex flex-col gap-5">
            <h2 className="text-title">{say('ordering.quantity')}</h2>
            <div className="max-w-52">
              <NumberField
                label={say('ordering.quantity')}
                hideLabel
                name="quantity"
                value={quantity}
                min={1}
                max={mostPieces}
                error={troubleText(words, troubles.quantity)}
                onValue={setQuantity}
              />
            </div>
          </section>
          <section className="flex flex-col gap-5">
            <h2 className="text-title">{say('ordering.where')}</h2>
            <AddressFields troubles={troubles} values={filled} country={country} onCountry={setCountry} />
          </section>
          <section className="flex flex-col gap-3">
            <h2 className="text-title">{say('ordering.who')}</h2>
            {email === undefined ? (
              <TextField
                label={say('ordering.email')}
                hint={say('ordering.emailHint')}
                name="email"
                type="email"
                autoComplete="email"
                required
                maxLength={200}
                defaultValue={filled.email}
                error={troubleText(words, troubles.email)}
              />
            ) : (
              <p className="text-soft">{say('ordering.emailSignedIn', { email })}</p>
            )}
            <CheckBox
              label={say('ordering.consent')}
              detail={say('ordering.consentWhat')}
              name="consent"
              defaultChecked={filled.consent === 'on'}
            />
          </section>
        </div>
        <aside className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-8 lg:self-start">
          <div className="relative h-64 overflow-hidden border border-line bg-ground">
            <div className="absolute inset-4">
              <DrawingView make={reading.make} label={briefly(product, reading.options)} />
            </div>
          </div>
          <details>
            <summary className="flex min-h-11 items-center justify-between gap-4 font-semibold">
              {briefly(product, reading.options)}
            </summary>
            <DesignFacts product={product} options={reading.options} />
          </details>
          <Link
            to={`/d/${id}`}
            className="-mt-4 flex min-h-11 items-center text-mat-strong underline underline-offset-4"
          >
            {say('ordering.change')}
          </Link>
          <div className="border-ink border-y py-4">
            <p className="text-fine text-soft">{say('ordering.price')}</p>
            <div className="flex flex-wrap items-end justify-between gap-x-4">
              <Price money={reading.price} rolls className="font-semibold text-head" />
              <DeliveryDate about={date} />
            </div>
            <p className="mt-1 text-fine text-soft">{say('ordering.priceWhat')}</p>
            <noscript>
              <Button type="submit" className="mt-3 w-full">
                {say('ordering.update')}
              </Button>
            </noscript>
          </div>
          <CheaperWay product={product} options={reading.options} country={country} quantity={pieces} />
          <WithdrawalNote product={product} right={reading.right} />
          <p className="text-fine text-soft">{say('ordering.terms')}</p>
          <Button kind="primary" size="large" type="submit" formMethod="post" pending={isAsking}>
            {say(isAsking ? 'ordering.submitting' : 'ordering.submit')}
          </Button>
          <p className="text-fine text-soft">{say('ordering.afterwards')}</p>
        </aside>
      </Form>
    </div>
  )
}

/** What is wrong, once on top and focused, so that nobody has to search for it. */
function Summary({ troubles, refused }: { troubles: FieldTroubles; refused: string | undefined }) {
  const { say } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const count = Object.keys(troubles).length
  useEffect(() => {
    if (count > 0 || refused) box.current?.focus()
  }, [count, refused])
  if (count === 0 && !refused) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="border-harm border-l-4 bg-harm-tint px-4 py-3 outline-none">
      <ErrorLine>{refused ?? say('ordering.checkBelow', { count })}</ErrorLine>
    </div>
  )
}

function quantityIn(query: URLSearchParams): number {
  const asked = Number(query.get('quantity') ?? 1)
  return Number.isInteger(asked) && asked >= 1 && asked <= mostPieces ? asked : 1
}
