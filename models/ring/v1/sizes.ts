/**
 * A ring's size is its inner circumference in mm (ISO 8653); all else is a label. US: Ø = 11.63 + 0.8128 n mm (ringsizely). UK: circumference = 37.8 + 1.25 k mm from A = 0,
 * in halves, of two as near the smaller one as charts have it; published tables differ by 0.3 mm (designbuildcast.co.uk). JP: Ø = 13 + (n − 1) / 3 mm, whole numbers (checkringsize).
 */
export type SizeLabels = { readonly eu: string; readonly us: string; readonly uk: string; readonly jp: string }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Z½, in half sizes from A. */
const largestUk = 51

export const diameterOf = (circumference: number): number => circumference / Math.PI

export function sizeLabels(circumference: number): SizeLabels {
  const diameter = diameterOf(circumference)
  const us = Math.round(((diameter - 11.63) / 0.8128) * 4)
  const uk = Math.min(largestUk, Math.round(((circumference - 37.8) / 1.25) * 2 - 0.05))
  return {
    eu: String(circumference),
    us: String(us / 4),
    uk: `${letters[Math.floor(uk / 2)] ?? ''}${uk % 2 === 1 ? ' 1/2' : ''}`,
    jp: String(Math.round((diameter - 13) * 3 + 1)),
  }
}
