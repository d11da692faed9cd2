import type { RateCard } from '../product/rate-card.ts'
import { workCentreKinds } from '../product/routing.ts'

/**
 * Whether a card asks no more than another for any work and any material it offers, so that its price for any product from the same
 * origin is no higher: what lets a page show the reference price and keep it.
 */
export function undercuts(card: RateCard, reference: RateCard): boolean {
  if (card.currency !== reference.currency || card.marginPermille > reference.marginPermille) return false
  const work = workCentreKinds.every((kind) => isAtMost(card.hourly[kind], reference.hourly[kind]))
  return work && Object.keys(card.materials).every((id) => isAtMost(card.materials[id], reference.materials[id]))
}

/** What a card does not offer costs nothing to compare; what only the card offers has no reference to keep. */
function isAtMost(asked: number | undefined, reference: number | undefined): boolean {
  return asked === undefined || (reference !== undefined && asked <= reference)
}
