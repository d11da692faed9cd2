import { data, redirect } from 'react-router'
import { refusalIn } from '#app/api/refusals.ts'
import { evaluate } from '#models/product/evaluate.ts'
import { plainOptions } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { upgradeOffer } from '#models/product/upgrade-offer.ts'
import { say as sayOf } from '#models/product/words.ts'
import { aboutOf } from '../customizer/about.ts'
import { choicesIn, countryIn } from '../customizer/choices.ts'
import { Customizer } from '../customizer/customizer.tsx'
import { DesignView } from '../customizer/design-view.tsx'
import { type NewerVersion, newerVersion } from '../customizer/newer-version.tsx'
import { type Given, queryOf } from '../customizer/reading.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { readPreferences } from '../preferences/cookie.ts'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/design.ts'

export const handle = { fills: true }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const design = await found(context, params.design)
  const product = await productOf(design)
  const { searchParams } = new URL(request.url)
  const country = countryIn(searchParams, readPreferences(request.headers).country)
  const given = design.mine ? choicesIn(product, searchParams, design.options) : design.options
  const { factories } = await context.api.catalog.capacity()
  const { say } = await wordsFor(request)
  return {
    id: design.id,
    mine: design.mine,
    slug: design.product,
    version: design.version,
    title: say('design.pageTitle', { name: sayOf(product.words, 'product.name') }),
    description: sayOf(product.words, 'summary', design.options),
    given: plainOptions(given),
    newer: design.mine ? await newerOf(product, given, country) : undefined,
    country,
    about: aboutOf(evaluate(product, given, { country }).make, country, factories),
  }
}

/** The owner goes on to the order with the form's choices, or to the newer version; anybody else gets a copy of their own. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const design = await found(context, params.design)
  const form = await request.formData()
  if (!design.mine || form.get('wish') === 'fork') {
    const fork = await context.api.designs.fork({ id: design.id })
    return redirect(`/d/${fork.id}`)
  }
  const product = await productOf(design)
  const country = countryIn(form, undefined)
  const given = choicesIn(product, form, design.options)
  const { valid, options } = evaluate(product, given)
  if (!valid || form.has('fix')) {
    const query = queryOf(given, design.options)
    query.set('country', country)
    return redirect(`/d/${design.id}?${query}`)
  }
  if (form.get('wish') === 'upgrade') {
    const latest = await prepareProduct(design.product)
    const offer = latest && upgradeOffer(product, latest, options, { country })
    if (offer) {
      const taken = { product: design.product, version: latest.version, options: plainOptions(offer.options) }
      await context.api.designs.save({ ...taken, id: design.id })
    }
    return redirect(`/d/${design.id}?country=${country}`)
  }
  await context.api.designs.save({
    id: design.id,
    product: design.product,
    version: design.version,
    options: plainOptions(options),
  })
  return redirect(`/d/${design.id}/order?country=${country}`)
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [
    { title: loaderData?.title },
    { name: 'description', content: loaderData?.description },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function DesignPage({ loaderData }: Route.ComponentProps) {
  const { id, mine, slug, version, given, newer, country, about } = loaderData
  const product = useProduct(slug, version)
  if (!mine) return <DesignView product={product} options={given} country={country} about={about} action={`/d/${id}`} />
  return (
    <Customizer
      key={`${id}/${version}`}
      product={product}
      start={given}
      startCountry={country}
      about={about}
      design={id}
      newer={newer}
      action={`/d/${id}`}
    />
  )
}

async function found(context: Route.LoaderArgs['context'], id: string) {
  try {
    return await context.api.designs.get({ id })
  } catch (error) {
    if (refusalIn(error)?.code === 'unknown_design') throw data(null, { status: 404 })
    throw error
  }
}

/** What the latest version of the product offers a design of an older one. */
async function newerOf(product: Product, given: Given, country: string): Promise<NewerVersion | undefined> {
  const latest = await prepareProduct(product.slug)
  if (!latest || latest.version === product.version) return undefined
  const { options } = evaluate(product, given)
  const offer = upgradeOffer(product, latest, options, { country })
  return offer && newerVersion(latest, offer)
}

async function productOf({ product: slug, version }: { product: string; version: number }) {
  const product = await prepareProduct(slug, version)
  if (!product) throw data(null, { status: 404 })
  return product
}
