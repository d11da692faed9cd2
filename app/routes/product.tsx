import { redirect } from 'react-router'
import { isServed } from '#models/money/tax.ts'
import { defaultCountry, evaluate } from '#models/product/evaluate.ts'
import type { Product } from '#models/product/product.ts'
import { formOptions } from '#models/product/read-options.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Customizer } from '../customizer/customizer.tsx'
import { type Given, givenOf, queryOf } from '../customizer/reading.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { readPreferences } from '../preferences/cookie.ts'
import type { Route } from './+types/product.ts'

export const handle = { fills: true }

export async function loader({ params, request }: Route.LoaderArgs) {
  const product = await found(params.product)
  const { searchParams } = new URL(request.url)
  return {
    slug: product.slug,
    version: product.version,
    title: sayOf(product.words, 'product.name'),
    given: choicesIn(product, searchParams),
    country: countryIn(searchParams, request),
  }
}

/** Goes on to the order: the choices become a design with a link. What cannot be made goes back to the page, which says why. */
export async function action({ params, request }: Route.ActionArgs) {
  const product = await found(params.product)
  const form = await request.formData()
  const given = formOptions(product.options, form.entries())
  const { valid, options } = evaluate(product, given)
  const query = valid ? queryOf(options, product.defaults) : new URLSearchParams()
  return redirect(`/p/${product.slug}?${query}`)
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData?.title }]
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const { slug, version, given, country } = loaderData
  return <Customizer product={useProduct(slug, version)} start={given} startCountry={country} action={`/p/${slug}`} />
}

async function found(slug: string): Promise<Product> {
  const product = await prepareProduct(slug)
  if (!product) throw new Response(null, { status: 404 })
  await prepareProduct(product.slug, product.version)
  return product
}

/** The choices of a form without a script; its button `fix` carries the changes of a fix. */
function choicesIn(product: Product, query: URLSearchParams): Given {
  const given = givenOf(formOptions(product.options, query.entries()), product.defaults)
  const fix = query.get('fix')
  if (fix === null || fix.length > 2000) return given
  try {
    const changes: unknown = JSON.parse(fix)
    return typeof changes === 'object' && changes !== null
      ? { ...given, ...givenOf(Object.fromEntries(Object.entries(changes)), product.defaults) }
      : given
  } catch {
    return given
  }
}

function countryIn(query: URLSearchParams, request: Request): string {
  const wanted = query.get('country') ?? readPreferences(request.headers).country
  return wanted && isServed(wanted) ? wanted : defaultCountry
}
