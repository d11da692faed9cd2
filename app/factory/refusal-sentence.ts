import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import type { PageWords } from '../words/reader.tsx'
import type { Refused } from './portal-data.ts'

/** A refusal in the words of the shop floor, with the operation or the day it is about; the platform's own words for the rest. */
export function refusalSentence(refused: Refused, { say }: PageWords, product: Product | undefined): string {
  const { code, values } = refused
  const operation = (key: string | number) => (product ? sayOf(product.words, `operation.${key}`) : String(key))
  switch (code) {
    case 'operation_order':
      if (values.missing === undefined) return refused.words
      return values.missing === values.operation
        ? say('floor.refused.not_started')
        : say('floor.refused.operation_order', { operation: operation(values.missing) })
    case 'slot_gone':
      return values.earliest === undefined
        ? say('factory.refused.slot_full')
        : say('factory.refused.slot_gone', { at: values.earliest })
    case 'illegal_move':
      return say(values.state === 'not_running' ? 'floor.refused.not_running' : 'factory.refused.illegal_move')
    case 'payment_unavailable':
      return say('factory.refused.payment_unavailable')
    case 'bad_input':
      return values.field === 'price' || values.field === 'amount' ? say('factory.refused.bad_price') : refused.words
    default:
      return refused.words
  }
}
