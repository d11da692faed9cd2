import type { PackSource } from '#models/product/pack/pack-source.ts'
import { nextStation } from '#models/product/panels/next-station.ts'
import { type Rim, rims, type Workpiece } from '#models/product/panels/workpiece.ts'
import { say } from '#models/product/words.ts'
import type { PaperPoint, Sheet } from '../paper.ts'
import { mmOfUm, tell } from './telling.ts'

/** The room one sticker is drawn in, mm. */
export type Sticker = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const qrMm = 21

/** What a scanner reads, free of any order: the specification, the part, which copy. */
export function stickerCode(hash: string, { panel }: Workpiece): string {
  return `${hash.slice(0, 12)}/${panel.part.key}/${panel.copy}`
}

/** One workpiece's sticker: what it is, where it goes next, and the piece as it lies drilled side up, with grain, bands and holes. */
export function drawSticker(sheet: Sheet, place: Sticker, workpiece: Workpiece, source: PackSource): void {
  const { panel, mark, bands } = workpiece
  const { part, length, width, thickness } = panel
  const { words } = source.product
  const count = source.workpieces.length
  const right = place.x + place.width
  const text = place.x + qrMm + 3.5
  const station = nextStation(workpiece, source.make.operations)

  sheet.qr(stickerCode(source.hash, workpiece), place.x, place.y, qrMm)
  sheet.text(source.hash.slice(0, 12), place.x, place.y + qrMm + 3.2, { size: 7 })
  sheet.text(tell('sticker.number', { number: panel.number, count }), place.x, place.y + qrMm + 6.6, { size: 8 })

  sheet.text(mark, right, place.y + 9.5, { size: 34, bold: true, align: 'right' })
  sheet.text(say(words, `part.${part.kind}`), text, place.y + 4, { size: 12, bold: true })
  sheet.text(`${part.key}  ${panel.copy}/${part.places.length}`, text, place.y + 8, { size: 8 })
  const size = tell('size.mm', { length, width, thickness })
  sheet.text(size, text, place.y + 13, { size: 11, bold: true })
  const cut = tell('sticker.cut', { length: mmOfUm(panel.cutLengthUm), width: mmOfUm(panel.cutWidthUm) })
  sheet.text(cut, text, place.y + 17, { size: 7.5 })
  const finish = words[`value.finish.${part.finish}`]
  const material = say(words, `material.${part.material}`)
  sheet.text(finish === undefined ? material : `${material}, ${finish}`, text, place.y + 20.6, { size: 7.5 })

  const banded = rims.flatMap((rim) => bands[rim] ?? [])
  const bandNames = [...new Set(banded.map(({ material }) => say(words, `material.${material}`)))]
  const bandWords =
    banded.length === 0 ? tell('sticker.noBands') : tell('sticker.bands', { bands: bandNames.join(', ') })
  sheet.text(bandWords, right, place.y + 17, { size: 7, align: 'right' })

  const { arris } = part
  if (arris !== undefined) {
    sheet.text(tell(`sticker.arris.${arris.work}`, { mm: arris.mm }), right, place.y + 20.6, {
      size: 7,
      align: 'right',
    })
  }

  const line = place.y + place.height - 8
  sheet.path(
    [
      [place.x, line],
      [text - 2, line],
    ],
    false,
    { stroke: 0.5 },
  )
  sheet.text(tell('sticker.next'), place.x, line + 3, { size: 6.5, grey: 0.3 })
  const next = station === undefined ? tell('sticker.last') : say(words, `work-centre.${station}`)
  sheet.text(next, place.x, line + 7.2, { size: 9, bold: true })
  drawLying(sheet, workpiece, { x: text, y: place.y + 22.4, width: right - text, height: place.height - 22.4 })
}

const rimLine: Readonly<Record<Rim, readonly [0 | 1, 0 | 1, 0 | 1, 0 | 1]>> = {
  start: [0, 0, 0, 1],
  end: [1, 0, 1, 1],
  near: [0, 0, 1, 0],
  far: [0, 1, 1, 1],
}

/** The piece to scale: outline, banded edges thick, holes of the upper side, an arrow along the grain. */
function drawLying(sheet: Sheet, { panel, bands, holes, slant }: Workpiece, room: Sticker): void {
  const { length, width, part } = panel
  const scale = Math.min(room.width / length, room.height / width)
  const left = room.x + room.width - length * scale
  const top = room.y + (room.height - width * scale) / 2
  const at = (u: number, v: number): PaperPoint => [left + u * scale, top + (width - v) * scale]
  sheet.path([at(0, 0), at(length, 0), at(length, width), at(0, width)], true, { stroke: 0, widthMm: 0.2, fill: 1 })
  const squares = holes.flatMap(({ side, u, v, diameter }) => {
    const half = Math.max(0.18, (diameter * scale) / 2) / scale
    const corners = [at(u - half, v - half), at(u + half, v - half), at(u + half, v + half), at(u - half, v + half)]
    return side === 'up' ? [corners] : []
  })
  sheet.outlines(squares, { fill: 0.35 })
  for (const rim of rims) {
    if (bands[rim] === undefined) continue
    const [fromU, fromV, toU, toV] = rimLine[rim]
    sheet.path([at(fromU * length, fromV * width), at(toU * length, toV * width)], false, { stroke: 0, widthMm: 1 })
  }
  if (slant !== undefined) {
    const ends = [at(slant.from.u, slant.from.v), at(slant.to.u, slant.to.v)]
    sheet.path(ends, false, { stroke: 0, widthMm: 0.3, dashMm: [1, 0.8] })
  }
  if (part.grain === 'none') return
  const half = (length * scale) / 4
  const [middleX, middleY] = at(length / 2, width / 2)
  const head = Math.min(1.4, half / 2)
  sheet.path(
    [
      [middleX - half, middleY],
      [middleX + half, middleY],
    ],
    false,
    { stroke: 0, widthMm: 0.3 },
  )
  for (const end of [-1, 1]) {
    const tip = middleX + end * half
    const back = tip - end * head
    sheet.path(
      [
        [back, middleY - head / 2],
        [tip, middleY],
        [back, middleY + head / 2],
      ],
      false,
      { stroke: 0, widthMm: 0.3 },
    )
  }
}
