import type { Product } from '#models/product/product.ts'
import { useWords } from '../words/reader.tsx'
import type { Reading } from './reading.ts'

export function DeliveryDate(_: { product: Product; reading: Reading; country: string }) {
  const { say } = useWords()
  return (
    <>
      <span className="block text-fine text-soft">{say('product.date')}</span>
      <span className="block">{say('product.dateUnknown')}</span>
    </>
  )
}
