import { unitScale } from '#models/product/make.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import { figure, say } from '#models/product/words.ts'
import { createPaper } from '../paper.ts'
import { pagesOf, portrait } from './page-frame.ts'
import { papersMadeAt } from './stickers.ts'
import { tell } from './telling.ts'

const { left, right, top } = portrait
const qrMm = 26

/** Test tiles that are glued on and kept: mm. */
const tile = { width: 55, height: 70, gap: 8 } as const

/** The card that goes with a piece to the glazing bench and stays as its standard: body, glazes, how much, which firings, room for the test tiles. */
export async function glazeCardPdf({ product, specification, hash }: PackSource): Promise<Uint8Array> {
  const { words } = product
  const paper = await createPaper({ title: `${tell('glaze.title')} ${hash}`, madeAt: papersMadeAt })
  const pages = pagesOf(paper, portrait, tell('glaze.title'), hash)
  const sheet = pages.add()
  sheet.text(tell('glaze.title'), left, top + 2, { size: 20, bold: true })
  sheet.qr(hash, right - qrMm, top - 5, qrMm)
  const summary = say(words, 'summary', specification.options)
  let y = sheet.paragraph(summary, left, top + 9, right - left - qrMm - 8, { size: 10 })
  sheet.text(hash, left, y + 2, { size: 8, bold: true })
  y = Math.max(y + 12, top + qrMm + 4)
  const row = (name: string, value: string) => {
    sheet.text(name, left, y, { size: 9, grey: 0.35 })
    y = sheet.paragraph(value, left + 45, y, right - left - 45, { size: 11 }) + 2
  }
  const { options, materials, operations } = specification
  for (const key of ['clay', 'inside', 'outside']) {
    const value = options[key]
    if (typeof value === 'string') row(say(words, `option.${key}`), words[`value.${key}.${value}`] ?? value)
  }
  for (const { material, net, gross, unit } of materials.filter((each) => each.material.startsWith('glaze-'))) {
    const ml = (of: number) => `${figure(Math.round((of * 1000) / unitScale[unit]))} ml`
    row(say(words, `material.${material}`), tell('glaze.amount', { net: ml(net), gross: ml(gross) }))
  }
  for (const { key, batchKey } of operations.filter(({ workCentre }) => workCentre === 'kiln'))
    row(say(words, `operation.${key}`), batchKey.replaceAll('/', ' · '))
  row(tell('glaze.foot'), tell('glaze.footWhat'))
  y += 6
  for (const [index, side] of (['glaze.tileInside', 'glaze.tileOutside', 'glaze.tileMade'] as const).entries()) {
    const x = left + index * (tile.width + tile.gap)
    const corners = [
      [x, y],
      [x + tile.width, y],
      [x + tile.width, y + tile.height],
      [x, y + tile.height],
    ] as const
    sheet.path(corners, true, { stroke: 0.4, widthMm: 0.2, dashMm: [2, 1.5] })
    sheet.text(tell(side), x + tile.width / 2, y + tile.height + 5, { size: 9, align: 'centre' })
  }
  y += tile.height + 18
  for (const line of ['glaze.curve', 'glaze.cone', 'glaze.signed'] as const) {
    sheet.text(tell(line), left, y, { size: 9, grey: 0.35 })
    sheet.line(left + 45, y + 1, right, y + 1)
    y += 11
  }
  return pages.bytes()
}
