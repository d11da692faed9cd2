import { Link } from 'react-router'
import type { Options } from '#models/product/options.ts'
import { When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { DrawingView } from './drawing-view.tsx'
import { useProduct } from './ready-product.ts'
import { briefly } from './wording.ts'

export type ListedDesign = {
  id: string
  product: string
  version: number
  options: Options
  updatedAt: string
}

/** One's designs as small drawings, the last changed first. */
export function DesignList({ designs }: { designs: readonly ListedDesign[] }) {
  return (
    <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {designs.map((design) => (
        <li key={design.id} className="min-w-0 [contain-intrinsic-size:auto_22rem] [content-visibility:auto]">
          <Listed design={design} />
        </li>
      ))}
    </ul>
  )
}

function Listed({ design }: { design: ListedDesign }) {
  const { say } = useWords()
  const product = useProduct(design.product, design.version)
  const text = briefly(product, design.options)
  return (
    <Link to={`/d/${design.id}`} className="group block rounded">
      <span className="relative block h-56 overflow-hidden border border-line bg-ground transition-colors group-hover:border-ink">
        <span className="absolute inset-5">
          <DrawingView make={product.make(design.options)} views="front" label="" />
        </span>
      </span>
      <span className="mt-3 block font-semibold group-hover:underline">{text}</span>
      <span className="block text-fine text-soft">
        {say('account.changed')} <When at={design.updatedAt} />
      </span>
    </Link>
  )
}
