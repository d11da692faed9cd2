import { type Step, stepsOf } from '#models/product/assembly/steps.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import { createPaper } from '../paper.ts'
import { drawParts, drawPreparing, drawTitle } from './booklet-front.ts'
import { drawStep, stepHeight } from './booklet-step.ts'
import { pagesOf, portrait } from './page-frame.ts'
import { papersMadeAt } from './stickers.ts'
import { tell } from './telling.ts'

/** Steps that are done on what stands. */
const upright: ReadonlySet<Step['kind']> = new Set(['join', 'doors', 'inserts', 'wall'])

/** How a shopper builds it: what to have, parts by letter, fittings, one exploded drawing a step, and the wall at the end. */
export async function bookletPdf(source: PackSource): Promise<Uint8Array> {
  const { hash } = source
  const steps: readonly Step[] = stepsOf(source.make, source.workpieces)
  const paper = await createPaper({ title: `${tell('booklet.title')} ${hash}`, madeAt: papersMadeAt })
  const pages = pagesOf(paper, portrait, tell('booklet.title'), hash)
  drawTitle(pages.add(), source, steps.length)
  drawPreparing(pages.add(), source, steps)
  drawParts(pages, source, steps)
  let sheet = pages.add()
  let y = portrait.top
  const firstUp = steps.findIndex(({ kind }) => upright.has(kind))
  for (const [index, step] of steps.entries()) {
    if (y + stepHeight > portrait.bottom + 1) {
      sheet = pages.add()
      y = portrait.top
    }
    drawStep(sheet, y, index + 1, step, index === firstUp, source)
    y += stepHeight + 4
  }
  return pages.bytes()
}
