import type { RateCard } from '../product/rate-card.ts'
import { workCentreKinds } from '../product/routing.ts'

/**
 * Whether a card asks no more than a reference for any work it offers and any material the reference knows, so that its price for any product
 * priced by that reference, from the same origin, is no higher: what lets a page show the reference price and keep it. A material that
 * only the card offers is asked for by no such product.
 */
export function undercuts(card: RateCard, reference: RateCard): boolean {
  if (card.currency !== reference.currency || card.marginPermille > reference.marginPermille) return false
  const work = workCentreKinds.every((kind) => isAtMost(card.hourly[kind], reference.hourly[kind]))
  return work && Object.keys(reference.materials).every((id) => isAtMost(card.materials[id], reference.materials[id]))
}

/** What a card does not offer costs nothing to compare; work that only the card offers has no reference to keep. */
function isAtMost(asked: number | undefined, reference: number | undefined): boolean {
  return asked === undefined || (reference !== undefined && asked <= reference)
}
