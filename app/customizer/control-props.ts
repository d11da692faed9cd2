import type { ReactNode } from 'react'
import type { Option, OptionValue } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import type { Given } from './reading.ts'

/** What every control of an option is given. */
export type ControlProps = {
  product: Product
  option: Option
  given: Given
  /** the lengths of a list as they come out now, mm */
  present?: readonly number[]
  /** why the value cannot be, with its fix, shown beside the control */
  refusal?: ReactNode
  onChoose: (key: string, value: OptionValue) => void
}
