import { redirect } from 'react-router'
import { refusalIn } from '#app/api/refusals.ts'
import { evaluate } from '#models/product/evaluate.ts'
import { plainOptions } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { aboutOf } from '../customizer/about.ts'
import { choicesIn, countryIn } from '../customizer/choices.ts'
import { Customizer } from '../customizer/customizer.tsx'
import { queryOf } from '../customizer/reading.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { readPreferences } from '../preferences/cookie.ts'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/product.ts'

export const handle = { fills: true }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const product = await found(params.product)
  const { searchParams } = new URL(request.url)
  const given = choicesIn(product, searchParams)
  const country = countryIn(searchParams, readPreferences(request.headers).country)
  const { factories } = await context.api.catalog.capacity()
  const words = await wordsFor(request)
  return {
    slug: product.slug,
    version: product.version,
    title: words.say('product.pageTitle', { name: sayOf(product.words, 'product.name') }),
    description: sayOf(product.words, 'product.line'),
    given,
    country,
    about: aboutOf(evaluate(product, given, { country }).make, country, factories),
  }
}

/** Goes on to the order: the choices become a design with a link. What cannot be made goes back to the page, which says why. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const product = await found(params.product)
  const form = await request.formData()
  const country = countryIn(form, undefined)
  const given = choicesIn(product, form)
  const { valid, options } = evaluate(product, given)
  if (!valid || form.has('fix')) {
    const query = queryOf(given, product.defaults)
    query.set('country', country)
    return redirect(`/p/${product.slug}?${query}`)
  }
  const id = form.get('design')
  const design = { product: product.slug, version: product.version, options: plainOptions(options) }
  const { save } = context.api.designs
  const saved =
    typeof id === 'string' && id !== ''
      ? // Signed out in another tab meanwhile: what is on the screen goes on as one's own.
        await save({ ...design, id }).catch((error: unknown) => {
          if (refusalIn(error)?.code === 'not_yours') return save(design)
          throw error
        })
      : await save(design)
  return redirect(`/d/${saved.id}/order?country=${country}`)
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData?.title }, { name: 'description', content: loaderData?.description }]
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const { slug, version, given, country, about } = loaderData
  return (
    <Customizer
      product={useProduct(slug, version)}
      start={given}
      startCountry={country}
      about={about}
      action={`/p/${slug}`}
    />
  )
}

async function found(slug: string): Promise<Product> {
  const product = await prepareProduct(slug)
  if (!product) throw new Response(null, { status: 404 })
  await prepareProduct(product.slug, product.version)
  return product
}
