import type { BillLine } from '../../product/make.ts'
import { firedDensity, glazePerM2, wetPerFired } from './glazes.ts'
import type { Layout } from './layout.ts'
import type { Way } from './options.ts'

/**
 * Good pieces of a thousand. A shape of one's own is a first run: 50–70 % of cast ones come out good the first time, 75–88 % of a known shape (practitioners);
 * a potter who throws each by eye corrects on the way.
 */
export const yieldPermille: Readonly<Record<Way, number>> = { thrown: 780, cast: 700 }

/** Clay used beside what stays in the ware, thousandths: trimmings go back into the bucket, slip drains back (practitioners). */
const clayMore: Readonly<Record<Way, number>> = { thrown: 250, cast: 80 }

/** A mould of two halves and a foot plug takes about five times the mug's own room in plaster; 1.1 kg of plaster make a litre (practitioners). */
const plasterKgPerLitre = 1.1
const mouldRoom = 5

/** g of one fired mug without its glaze. */
export const firedMass = ({ clayVolume }: Layout): number => Math.round((clayVolume * firedDensity) / 1000)

function glazeLine(layout: Layout, side: 'inside' | 'outside'): BillLine {
  const area = side === 'inside' ? layout.insideArea : layout.outsideArea
  const millilitres = (perM2: number) => Math.round((area * perM2) / 1_000_000)
  return {
    material: `glaze-${layout.chosen[side]}`,
    unit: 'l',
    net: millilitres(glazePerM2.net),
    gross: millilitres(glazePerM2.gross),
  }
}

/** Two lines of one glaze are one. */
function merged(lines: readonly BillLine[]): BillLine[] {
  const [first, second] = lines
  if (first === undefined || second === undefined || first.material !== second.material) return [...lines]
  return [{ ...first, net: first.net + second.net, gross: first.gross + second.gross }]
}

/** The bill of one good mug; what is started beside it is told by the yield. */
export function billOf(layout: Layout): BillLine[] {
  const { clay, way } = layout.chosen
  const starts = { yieldPermille: yieldPermille[way] }
  const wet = Math.round(firedMass(layout) * wetPerFired)
  const lines: BillLine[] = [
    {
      material: `${way === 'cast' ? 'slip' : 'clay'}-${clay}`,
      unit: 'kg',
      net: wet,
      gross: Math.round((wet * (1000 + clayMore[way])) / 1000),
      ...starts,
    },
    ...merged([glazeLine(layout, 'inside'), glazeLine(layout, 'outside')]).map((line) => ({ ...line, ...starts })),
    { material: 'bisque-share', unit: 'piece', net: 1, gross: 1, ...starts },
    { material: 'firing-share', unit: 'piece', net: 1, gross: 1, ...starts },
  ]
  if (way === 'cast') {
    const litres = (layout.clayVolume + layout.chosen.volume * 1000) / 1_000_000
    const plaster = Math.round(litres * mouldRoom * plasterKgPerLitre * 1000)
    const resin = Math.round((layout.clayVolume / 1000) * 1.1)
    lines.push({ material: 'plaster', unit: 'kg', net: plaster, gross: plaster, tooling: 'mould' })
    lines.push({ material: 'model-resin', unit: 'l', net: resin, gross: resin, tooling: 'mould' })
  }
  lines.push({ material: 'mug-carton', unit: 'piece', net: 1, gross: 1 })
  return lines
}
