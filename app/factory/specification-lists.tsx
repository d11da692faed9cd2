import { type Make, unitScale } from '#models/product/make.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Disclosure, DisclosureGroup } from '../ui/disclosure.tsx'
import { useWords } from '../words/reader.tsx'

/** The specification as lists: how it is made, of what, and its parts; for the whole quantity. */
export function SpecificationLists({ product, make, quantity }: { product: Product; make: Make; quantity: number }) {
  const words = useWords()
  const { say } = words
  const partCount = make.parts.reduce((sum, part) => sum + part.places.length, 0) * quantity
  return (
    <DisclosureGroup>
      <Disclosure title={say('factory.routing')} summary={words.number(make.operations.length)} open={false}>
        <ol className="flex flex-col gap-2.5">
          {make.operations.map((operation) => (
            <li key={operation.key}>
              <span className="block font-medium">{sayOf(product.words, `operation.${operation.key}`)}</span>
              <span className="block text-fine text-soft">
                {[
                  sayOf(product.words, `work-centre.${operation.workCentre}`),
                  say('factory.routingStep', {
                    setup: operation.setupS * 1000,
                    run: operation.runS * quantity * 1000,
                  }),
                  ...(operation.lagS > 0 ? [say('factory.routingLag', { lag: operation.lagS * 1000 })] : []),
                ].join(', ')}
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
      <Disclosure title={say('factory.bill')} summary={words.number(make.materials.length)} open={false}>
        <ul className="flex flex-col gap-1.5">
          {make.materials.map(({ material, unit, gross }) => (
            <li key={material} className="flex justify-between gap-4">
              <span>{sayOf(product.words, `material.${material}`)}</span>
              <span className="shrink-0">
                {say('factory.billLine', {
                  quantity: (gross * quantity) / unitScale[unit],
                  unit: sayOf(product.words, `unit.${unit}`),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={say('factory.cutList')} summary={words.number(partCount)} open={false}>
        <ul className="flex flex-col gap-1.5">
          {make.parts.map((part) => {
            const [thickness = 0, width = 0, length = 0] = [part.size.x, part.size.y, part.size.z].sort((a, b) => a - b)
            return (
              <li key={part.key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
                <span>
                  {words.number(part.places.length * quantity)}&nbsp;× {sayOf(product.words, `part.${part.kind}`)}
                </span>
                <span className="text-right">{say('factory.partSize', { length, width, thickness })}</span>
                <span className="col-span-2 text-fine text-soft">
                  {sayOf(product.words, `material.${part.material}`)}
                </span>
              </li>
            )
          })}
        </ul>
      </Disclosure>
    </DisclosureGroup>
  )
}
