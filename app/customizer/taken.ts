import type { Standing } from '#models/product/allowed.ts'
import type { Given } from './reading.ts'

/** What one press of a value takes: the value, and with it the changes it needs where it is not allowed now. */
export function taken({ value, because, way }: Standing, key: string): Given {
  const found = because === undefined ? undefined : way()
  return found?.kind === 'change' ? { ...found.change, [key]: value } : { [key]: value }
}
