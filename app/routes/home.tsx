import { products } from '#models/catalog.ts'
import { stages } from '#models/order/stages.ts'
import { brand } from '../brand/brand.ts'
import { countryIn } from '../customizer/choices.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { Hero } from '../home/hero.tsx'
import { OnTheLine } from '../home/on-the-line.tsx'
import { ProductStarts } from '../home/product-starts.tsx'
import { Way } from '../home/way.tsx'
import { readPreferences } from '../preferences/cookie.ts'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/home.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { say } = await wordsFor(request)
  const line = (await context.api.orders.onTheLine()).slice(0, 20)
  const shown = products.map(({ slug, latest }) => ({ slug, version: latest }))
  const drawn = line.map(({ product, version }) => ({ slug: product, version }))
  for (const { slug, version } of [...shown, ...drawn]) await prepareProduct(slug, version)
  return {
    title: `${brand.name}: ${say('home.pageTitle')}`,
    description: say('home.description'),
    country: countryIn(new URLSearchParams(), readPreferences(request.headers).country),
    shown,
    line: line.map((item) => ({ ...item, stage: stages.find((stage) => stage === item.stage) ?? 'scheduled' })),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: loaderData?.title },
  { name: 'description', content: loaderData?.description },
]

export default function Home({ loaderData }: Route.ComponentProps) {
  const { shown, country, line } = loaderData
  const [first] = shown
  return (
    <>
      {first && <FirstScreen {...first} country={country} />}
      <OnTheLine items={line} />
      {shown.map((one) => (
        <Starts key={one.slug} {...one} country={country} />
      ))}
      <Way />
    </>
  )
}

type Shown = { slug: string; version: number; country: string }

function FirstScreen({ slug, version, country }: Shown) {
  return <Hero product={useProduct(slug, version)} country={country} />
}

function Starts({ slug, version, country }: Shown) {
  return <ProductStarts product={useProduct(slug, version)} country={country} />
}
