/**
 * An amount as somebody types it, in minor units of a currency with two decimals: `412`, `412.5`, `1 234,50`, `1.234,50`, `1,234.50`.
 * Undefined for anything else, and for nothing.
 */
export function readAmount(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f\u2009'’€]/g, '')
  const found = /^(\d[\d.,]*?)(?:([.,])(\d{1,2}))?$/.exec(bare)
  const [, whole = '', mark = '', rest = ''] = found ?? []
  if (!found || !isWhole(whole) || (mark !== '' && whole.includes(mark))) return undefined
  const amount = Number(whole.replace(/[.,]/g, '')) * 100 + Number(rest.padEnd(2, '0'))
  return amount > 0 && amount <= 100_000_000 ? amount : undefined
}

/** Digits, alone or in groups of three with one kind of mark between them. */
function isWhole(text: string): boolean {
  return /^\d+$/.test(text) || /^\d{1,3}(\.\d{3})+$/.test(text) || /^\d{1,3}(,\d{3})+$/.test(text)
}

/** Minor units as one types them: `41250` is `412.50`. */
export const writeAmount = (amount: number): string => (amount / 100).toFixed(2)
