import type { Blank } from './guillotine.ts'

type Size = { readonly lengthUm: number; readonly widthUm: number }

/** Sheets that the parts' bare area would fill, were there neither kerf nor shape. */
export function areaBound(blanks: readonly Blank[], { lengthUm, widthUm }: Size): number {
  let area = 0
  for (const blank of blanks) area += blank.lengthUm * blank.widthUm
  return Math.ceil(area / (lengthUm * widthUm))
}

/** Most lanes that `mostAcross` looks at: narrower blanks do not bind. */
const mostLanes = 6

/** Sheets that blanks which lie at most `lanes` abreast need by their added lengths. */
function mostAcross(blanks: readonly Blank[], sheet: Size, kerf: number, along: 'lengthUm' | 'widthUm'): number {
  const across = along === 'lengthUm' ? 'widthUm' : 'lengthUm'
  let most = 0
  for (let lanes = 1; lanes <= mostLanes; lanes += 1) {
    let run = 0
    for (const blank of blanks)
      if (!blank.turns && blank[across] > sheet[across] / (lanes + 1)) run += blank[along] + kerf
    most = Math.max(most, Math.ceil(run / (lanes * (sheet[along] + kerf))))
  }
  return most
}

/** Fewest sheets that any way of cutting needs, by area with kerf and by what fits abreast. */
export function lowerBound(blanks: readonly Blank[], sheet: Size, kerf: number): number {
  let area = 0
  for (const blank of blanks) area += (blank.lengthUm + kerf) * (blank.widthUm + kerf)
  return Math.max(
    Math.ceil(area / ((sheet.lengthUm + kerf) * (sheet.widthUm + kerf))),
    mostAcross(blanks, sheet, kerf, 'lengthUm'),
    mostAcross(blanks, sheet, kerf, 'widthUm'),
  )
}
