/** Why a factory does not take an order on. */
export const declineReasons = ['full', 'material', 'machine', 'price', 'date', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

const isDeclineReason = (text: string): text is DeclineReason => declineReasons.some((reason) => reason === text)

/** A reason as it is stored: its code and, after a colon, the maker's own words where there are any. */
export function writeReason(code: DeclineReason, words: string): string {
  const said = words.trim()
  return said === '' ? code : `${code}: ${said}`
}

/** Reads what `writeReason` wrote; what a program sent in words of its own counts as `other`. */
export function readReason(text: string): { readonly code: DeclineReason; readonly words: string } {
  const at = text.indexOf(':')
  const code = at === -1 ? text : text.slice(0, at)
  if (!isDeclineReason(code)) return { code: 'other', words: text }
  return { code, words: at === -1 ? '' : text.slice(at + 1).trim() }
}
