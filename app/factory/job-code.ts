/**
 * What a job is called on the shop floor: the first six characters of its order in two groups, and after a dash its number where
 * the order was with another factory before. `5f3a9c…-1` is `5F3 A9C`.
 */
export function jobCode(job: string): string {
  const [order = '', n = '1'] = job.split('-')
  const code = groups(order)
  return n === '1' ? code : `${code}-${n}`
}

/** The same for what is not a job yet: an order or a request. */
export const groups = (id: string): string => `${id.slice(0, 3)} ${id.slice(3, 6)}`.trim().toUpperCase()
