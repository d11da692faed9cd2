import type { Part } from '../../product/make.ts'
import type { Coat } from '../v1/materials.ts'
import { coatsFor } from './bill.ts'
import type { Steps } from './steps.ts'
import type { Study } from './study.ts'

/** Seconds: sanding 5 min, 1.5–2.5 min a m² and face, edges 1 min a metre by hand (practitioners). */
const sand = { setupS: 300, perM2S: 90, perMetreS: 60 } as const

export const isFront = ({ kind }: Part) => kind === 'door' || kind === 'drawer-front'

/** Metres of edge sanded by hand: the front edge of every board and all around each front that gets no band. */
function sandedMetres(parts: readonly Part[]): number {
  let mm = 0
  for (const part of parts) {
    const { kind, size, places, edges } = part
    if (edges.length > 0) continue
    if (isFront(part)) mm += 2 * (size.x + size.y) * places.length
    else if (kind === 'side' || kind === 'partition') mm += size.y * places.length
    else if (kind === 'top' || kind === 'bottom' || kind === 'shelf') mm += size.x * places.length
  }
  return mm / 1000
}

const colourOf = (coat: Coat, finish: string): string =>
  coat.material === 'paint' || coat.material === 'stain' ? `${coat.material}/${finish}` : coat.material

/**
 * Coats of the shelf, and beside them those of fronts in a colour of their own: on MDF they share the primer, and each colour is laid and dries
 * while the others do. The next step follows them all.
 */
export function coating(steps: Steps, study: Study): void {
  const { finish } = study.layout.chosen
  const { coatedMm2 } = study.measure
  const m2 = (of: string) => (coatedMm2.get(of) ?? 0) / 1_000_000
  const own = coatsFor(study, finish)
  const colours = [...coatedMm2.keys()].filter((other) => other !== finish)
  const coated = [...coatedMm2].filter(([of]) => coatsFor(study, of).length > 0)
  if (coated.length === 0) return
  const faces = coated.reduce((sum, [of]) => sum + m2(of), 0)
  const sanded = sandedMetres(study.parts.filter((part) => coatsFor(study, part.finish).length > 0))
  steps.add('sand', 'sanding', 'grit-180', sand.setupS, faces * sand.perM2S + sanded * sand.perMetreS)
  const coloured = colours.reduce((sum, colour) => sum + m2(colour), 0)
  const sharesPrimer = own[0]?.material === 'primer'
  let primed = steps.last
  const ends: string[] = []
  for (const [index, coat] of own.entries()) {
    const key = own.length === 1 ? 'coat' : `coat-${index + 1}`
    const area = m2(finish) + (index === 0 && sharesPrimer ? coloured : 0)
    steps.add(key, 'finishing', colourOf(coat, finish), coat.setupS, area * coat.runS, coat.lagS)
    if (index === 0 && sharesPrimer) primed = steps.last
  }
  if (own.length > 0) ends.push(...steps.last)
  for (const colour of colours) {
    const [primer, ...paints] = coatsFor(study, colour)
    if (primer !== undefined && !sharesPrimer && colour === colours[0]) {
      steps.last = primed
      steps.add('front-primer', 'finishing', primer.material, primer.setupS, coloured * primer.runS, primer.lagS)
      primed = steps.last
    }
    steps.last = primed
    for (const [index, coat] of paints.entries()) {
      const key = `front-${colour}-${index + 1}`
      steps.add(key, 'finishing', colourOf(coat, colour), coat.setupS, m2(colour) * coat.runS, coat.lagS)
    }
    ends.push(...steps.last)
  }
  steps.last = ends
}
