import sharp from 'sharp'
import type { Make, Part } from '#models/product/make.ts'
import type { WorkCentreKind } from '#models/product/routing.ts'
import { type Frame, flat } from './flat.ts'
import { lettering } from './lettering.ts'
import { bare, finished } from './paint.ts'
import { assembled, printed, stacked } from './standing.ts'

/** Pixels. The strip along the bottom says what this is. */
const size = { width: 960, height: 720, strip: 76 } as const
const frame: Frame = { x: 40, y: 40, width: size.width - 80, height: size.height - size.strip - 80 }

/** What a simulated photo shows: the work on one operation of one job, and which specification it belongs to. */
export type Shown = {
  readonly job: string
  readonly operation: string
  readonly workCentre: WorkCentreKind
  readonly hash: string
  readonly make: Make
}

/** The bench or the floor that things lie and stand on. */
const grounds: Readonly<Record<'bench' | 'floor' | 'desk', string>> = {
  bench: '#3d6a58',
  floor: '#8d9390',
  desk: '#a58c68',
}

/** The picture as SVG, drawn from this order's own parts, with the words "simulated photo" and the specification's hash in it. */
export function photoSvg(shown: Shown): string {
  const { ground, scene } = sceneOf(shown)
  const strip = size.height - size.strip
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    '<defs>',
    '<pattern id="grid" width="48" height="48" patternUnits="userSpaceOnUse"><path d="M0 0H48M0 0V48" fill="none" stroke="#fff" stroke-opacity=".13"/></pattern>',
    '<radialGradient id="lamp" cx=".42" cy=".3" r=".85"><stop offset="0" stop-color="#fff" stop-opacity=".16"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".42"/></radialGradient>',
    '</defs>',
    `<rect width="${size.width}" height="${size.height}" fill="${grounds[ground]}"/>`,
    `<rect width="${size.width}" height="${size.height}" fill="url(#grid)"/>`,
    scene,
    `<rect width="${size.width}" height="${strip}" fill="url(#lamp)"/>`,
    `<rect y="${strip}" width="${size.width}" height="${size.strip}" fill="#14201e"/>`,
    `<rect y="${strip}" width="10" height="${size.strip}" fill="#e8c33c"/>`,
    lettering(`Simulated photo · ${shown.workCentre.replace('-', ' ')} · ${shown.operation}`, {
      x: 28,
      y: strip + 33,
      size: 24,
      fill: '#f4efd9',
    }),
    lettering(`specification ${shown.hash}`, { x: 28, y: strip + 61, size: 18, fill: '#b9c6bf' }),
    '</svg>',
  ].join('\n')
}

/** A PNG of `photoSvg`. The same operation gives the same picture. */
export async function takePhoto(shown: Shown): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(Buffer.from(photoSvg(shown)))
      .png({ compressionLevel: 6 })
      .toBuffer(),
  )
}

function sceneOf({ make, workCentre, job }: Shown): { ground: keyof typeof grounds; scene: string } {
  const raw = (part: Part) => bare(part.material, part.finish)
  const done = (part: Part) => finished(part.material, part.finish)
  const seed = `${job}/${workCentre}`
  switch (workCentre) {
    case 'office':
      return { ground: 'desk', scene: printed(make, frame) }
    case 'saw':
    case 'nesting':
      return { ground: 'bench', scene: flat(make, frame, { paint: raw, seed }) }
    case 'edge-banding': {
      const banded = make.parts.some(({ edges }) => edges.length > 0)
      const only = (part: Part) => !banded || part.edges.length > 0
      return { ground: 'bench', scene: flat(make, frame, { paint: done, marks: 'edges', only, seed }) }
    }
    case 'drilling':
      return { ground: 'bench', scene: flat(make, frame, { paint: raw, marks: 'holes', seed }) }
    case 'sanding':
      return { ground: 'bench', scene: flat(make, frame, { paint: raw, seed }) }
    case 'finishing':
      return { ground: 'floor', scene: flat(make, frame, { paint: done, seed }) }
    case 'assembly':
      return { ground: 'floor', scene: assembled(make, frame, false) }
    case 'inspection':
      return { ground: 'floor', scene: assembled(make, frame, true) }
    case 'model-making':
    case 'mould-making':
    case 'casting':
    case 'throwing':
    case 'fettling':
      return { ground: 'bench', scene: assembled(make, frame, workCentre === 'model-making') }
    case 'kiln':
    case 'glazing':
    case 'wax-printing':
    case 'burn-out':
    case 'metal-casting':
    case 'jewellery-bench':
    case 'stone-setting':
    case 'polishing':
    case 'engraving':
    case 'hallmarking':
      return { ground: 'floor', scene: assembled(make, frame, false) }
    case 'packing':
      return { ground: 'floor', scene: stacked(make.cartons, frame) }
  }
}
