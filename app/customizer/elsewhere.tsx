import { Dices, RotateCcw } from 'lucide-react'
import type { Product } from '#models/product/product.ts'
import { seeded, surprise } from '#models/product/sample.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import type { Configuration } from './use-configuration.ts'

/** Two ways to begin elsewhere: something by chance that can be made, and what the page opens with. Both can be taken back. */
export function Elsewhere({ product, configuration }: { product: Product; configuration: Configuration }) {
  const { say } = useWords()
  const { options, take } = configuration
  return (
    <div className="needs-script mt-6 flex flex-wrap gap-2">
      <Button
        icon={<Dices className="size-5" aria-hidden="true" />}
        onClick={() => {
          const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
          const found = surprise(product, options, seeded(chance))
          if (found) take(found)
        }}
      >
        {say('product.surprise')}
      </Button>
      <Button icon={<RotateCcw className="size-5" aria-hidden="true" />} onClick={() => take(product.defaults)}>
        {say('product.reset')}
      </Button>
    </div>
  )
}
