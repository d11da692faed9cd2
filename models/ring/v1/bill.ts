import type { BillLine } from '../../product/make.ts'
import { alloyFacts, isPlated } from './alloys.ts'
import type { Measured } from './measured.ts'
import { lossPermille } from './metal-prices.ts'

/** What one ring takes. Metal by its finished mass and what is lost of it, in mg; sprue and button go back into the crucible. */
export function billOf({ chosen, volume, weights, seats }: Measured): BillLine[] {
  const { alloy, finish, stone, stoneSize } = chosen
  const lines: BillLine[] = [
    {
      material: alloy,
      unit: 'g',
      net: weights.finishedMg,
      gross: Math.round((weights.finishedMg * (1000 + lossPermille)) / 1000),
    },
    // Supports and sprue take as much resin again as a small ring (practitioner's figure).
    {
      material: 'casting-resin',
      unit: 'g',
      net: waxMg(weights.castMg, alloyFacts(alloy).fromWax),
      gross: 2 * Math.round(volume),
    },
    { material: 'flask-share', unit: 'piece', net: 1, gross: 1 },
  ]
  if (isPlated(alloy)) lines.push({ material: 'rhodium-bath', unit: 'piece', net: 1, gross: 1 })
  if (finish === 'blackened') lines.push({ material: 'liver-of-sulphur', unit: 'piece', net: 1, gross: 1 })
  if (seats.count > 0)
    lines.push({ material: `${stone}-${stoneSize}`, unit: 'piece', net: seats.count, gross: seats.count })
  lines.push({ material: 'ring-box', unit: 'piece', net: 1, gross: 1 })
  lines.push({ material: 'parcel-insurance', unit: 'piece', net: 1, gross: 1 })
  return lines
}

/** mg of resin that becomes so much cast metal. */
const waxMg = (castMg: number, fromWax: number): number => Math.round(castMg / fromWax)
