/** Why work stands still, as a shop floor says it; `file` stops the maker's clock, since the file is ours. */
export const pauseReasons = [
  'material',
  'machine',
  'tool',
  'file',
  'inspection',
  'power',
  'other_customer',
  'shift_end',
] as const
export type PauseReason = (typeof pauseReasons)[number]

export const isPauseReason = (text: string): text is PauseReason => pauseReasons.some((reason) => reason === text)
