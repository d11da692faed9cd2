import { consignmentMode, type Load, parcelsOf } from '../money/freight.ts'
import type { Make } from './make.ts'

/**
 * What travels when `quantity` pieces are sent together: all their cartons as one consignment, and how it goes. Many small pieces go by two men
 * where one would be a parcel, so price, date and carrier all ask here and never the piece.
 */
export function consignmentOf(make: Pick<Make, 'cartons' | 'freight'>, quantity: number): Load {
  let volumeCm3 = 0
  let massG = 0
  for (const carton of make.cartons) {
    volumeCm3 += (carton.length * carton.width * carton.height) / 1000
    massG += carton.massG
  }
  const cartons = make.cartons.length * quantity
  volumeCm3 *= quantity
  massG *= quantity
  const parcels = parcelsOf(cartons, volumeCm3, massG)
  return { mode: consignmentMode(make.freight, parcels), cartons, parcels, volumeCm3, massG }
}
