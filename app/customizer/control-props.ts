import type { ReactNode } from 'react'
import type { Option, Options, OptionValue } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import type { Given } from './reading.ts'

/** What every control of an option is given. */
export type ControlProps = {
  product: Product
  option: Option
  given: Given
  /** the lengths of a list as they come out now, mm */
  present?: readonly number[]
  /** the same as read: complete and within their ranges */
  options: Options
  /** whether its group is open: only then is it worth knowing what each value would need */
  isShown: boolean
  /** why the value cannot be, with its fix, shown beside the control */
  refusal?: ReactNode
  onChoose: (key: string, value: OptionValue) => void
  /** takes a value together with the changes it needs */
  onTake: (changes: Given, touched: string) => void
}
