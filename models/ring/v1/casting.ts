import type { Cast, Lettering } from '../../product/cast.ts'
import { alloys, weights } from './alloys.ts'
import { castDepth, inscriptionLength, laser } from './engraving.ts'
import type { Measured } from './measured.ts'

/** Thicker than the thickest section, 2–3.5 mm (practitioner's figure). */
const sprueMm = { least: 2, most: 3.5 } as const

function letteringsOf({ chosen, monogram, band }: Measured): Lettering[] {
  const { inscription } = chosen
  const all: Lettering[] = []
  if (monogram !== undefined)
    all.push({
      key: 'face',
      text: chosen.monogram,
      heightMm: monogram.height,
      lengthMm: monogram.length,
      depthMm: castDepth,
    })
  if (inscription !== '')
    all.push({
      key: 'inside',
      text: inscription,
      heightMm: laser.height,
      lengthMm: inscriptionLength(inscription),
      depthMm: laser.depth,
      radiusMm: band.inner,
    })
  return all
}

/** Sprued outside at the bottom of the shank, away from face, stones and letters. */
export function castOf(layout: Measured): Cast {
  const { band, head, volume } = layout
  const deep = Math.max(band.width, head?.along ?? 0)
  return {
    sprue: {
      at: { x: band.outer, y: 0, z: deep / 2 },
      towards: { x: 0, y: -1, z: 0 },
      diameterMm: Math.min(sprueMm.most, Math.max(sprueMm.least, band.thickness + 0.5)),
    },
    weights: alloys.map((alloy) => ({ material: alloy, ...weights(alloy, volume) })),
    letterings: letteringsOf(layout),
  }
}
