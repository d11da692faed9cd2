import { useMemo, useState } from 'react'
import type { Refusal } from '#models/product/evaluation.ts'
import type { Axis, Make } from '#models/product/make.ts'
import type { Product } from '#models/product/product.ts'
import { Disclosure, DisclosureGroup } from '../ui/disclosure.tsx'
import { useWords } from '../words/reader.tsx'
import { CellGrid } from './cell-grid.tsx'
import { gridsOf } from './cell-tools.ts'
import { OptionControl } from './option-control.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { ResetOption } from './reset-option.tsx'
import type { Configuration } from './use-configuration.ts'
import { groupSummary, groupWord } from './wording.ts'

/** The options in their groups. Each group closes to one line; a refusal stands beside the control that was touched last. */
export function OptionsPanel({ product, configuration }: { product: Product; configuration: Configuration }) {
  const words = useWords()
  const { options, given, refusals, touched, choose, take } = configuration
  const groups = [...new Set(product.options.map((option) => option.group))]
  const [open, setOpen] = useState<string | undefined>(groups[0])
  const placed = place(refusals, touched)
  const grids = useMemo(() => gridsOf(product), [product])
  const note = (refusal: Refusal | undefined) =>
    refusal && <RefusalNote key={refusal.code} product={product} configuration={configuration} refusal={refusal} />
  return (
    <DisclosureGroup>
      {groups.map((group) => {
        const members = product.options.filter((option) => option.group === group)
        const isShown = open === group
        const refused = members.filter((option) => placed.has(option.key)).length
        return (
          <Disclosure
            key={group}
            name="groups"
            title={groupWord(product, group)}
            summary={
              refused > 0
                ? words.say('product.refusedGroup', { count: refused })
                : groupSummary(product, group, members, options, words)
            }
            attention={refused > 0}
            open={isShown || (refused > 0 && !members.some((option) => option.key === touched))}
            onToggle={(isOpen) => setOpen((before) => (isOpen ? group : before === group ? undefined : before))}
          >
            {members.map((option) => {
              const together = grids.get(option.key)
              if (together) {
                return together[0] !== option ? null : (
                  <CellGrid
                    key={option.key}
                    product={product}
                    options={together}
                    given={given}
                    chosen={options}
                    isShown={isShown}
                    onTake={take}
                    refusals={together.flatMap(({ key }) => note(placed.get(key)) ?? [])}
                  />
                )
              }
              const refusal = placed.get(option.key)
              return (
                <div key={option.key} className="relative">
                  <OptionControl
                    product={product}
                    option={option}
                    given={given}
                    options={options}
                    present={option.kind === 'lengths' ? sizesAlong(configuration.make, option.axis) : []}
                    isShown={isShown}
                    onChoose={choose}
                    onTake={take}
                    refusal={note(refusal)}
                  />
                  {/* Sizes one by one have a button of their own that makes all even. */}
                  {option.kind !== 'lengths' && (
                    <ResetOption product={product} option={option} given={given} options={options} onTake={take} />
                  )}
                </div>
              )
            })}
          </Disclosure>
        )
      })}
    </DisclosureGroup>
  )
}

/** Clear sizes along one axis, as the drawing dimensions them. */
function sizesAlong({ guides }: Make, axis: Axis): number[] {
  return guides.filter((guide) => guide.axis === axis).map(({ from, to }) => to - from)
}

/** One refusal a control: beside the option touched last where it is concerned, else beside the first it names. */
export function place(refusals: readonly Refusal[], touched: string | undefined): Map<string, Refusal> {
  const placed = new Map<string, Refusal>()
  for (const refusal of refusals) {
    const key = touched && refusal.options.includes(touched) ? touched : refusal.options[0]
    if (key && !placed.has(key)) placed.set(key, refusal)
  }
  return placed
}
