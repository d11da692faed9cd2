import { boundsOf } from './bounds.ts'
import { type Fonts, textSize } from './font.ts'
import { formOf } from './form.ts'
import { type Size, sizeOfForm } from './measure-form.ts'
import type { Claim, SolidNode, Text, Wrapped } from './recipe.ts'
import { placements } from './transform.ts'

/** Volume and surface by closed form, µm³ and µm²; undefined where there is none. */
export type Measure = { readonly volumeUm3: number | undefined; readonly areaUm2: number | undefined }

const unknown: Measure = { volumeUm3: undefined, areaUm2: undefined }

const known = ({ volume, area }: Size): Measure => ({ volumeUm3: volume, areaUm2: area })

const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b

function less({ volumeUm3, areaUm2 }: Measure, claim: Claim): Measure {
  return { volumeUm3: plus(volumeUm3, -claim.volumeUm3), areaUm2: plus(areaUm2, -claim.areaUm2) }
}

function together(all: readonly Measure[]): Measure {
  return all.reduce((sum, one) => ({
    volumeUm3: plus(sum.volumeUm3, one.volumeUm3),
    areaUm2: plus(sum.areaUm2, one.areaUm2),
  }))
}

function sizeOfText(text: Text, fonts: Fonts): Size {
  const { area, edge } = textSize(text, fonts)
  return { volume: area * text.depthUm, area: 2 * area + edge * text.depthUm }
}

/** A plate of even thickness grows outwards and shrinks inwards with its distance from the axis; its surface has no short form. */
function wrapped({ of, radiusUm }: Wrapped, fonts: Fonts): Measure {
  let node = of
  while (node.kind === 'placed' && node.turnMd === undefined && node.mirror === undefined) node = node.of
  const plate =
    node.kind === 'text' || node.kind === 'box' || (node.kind === 'extrusion' && node.farPermille === undefined)
  if (!plate || (node.kind === 'box' && node.edge !== undefined)) return unknown
  const { from, to } = boundsOf(of, fonts)
  const { volumeUm3 } = measureOf(of, fonts)
  return {
    volumeUm3: volumeUm3 === undefined ? undefined : volumeUm3 * (1 + (from.z + to.z) / (2 * radiusUm)),
    areaUm2: undefined,
  }
}

/**
 * Volume and surface without the kernel: exact for the facets of primitives, within 0.5 % for text, and for the rest what their authors claim of unions,
 * differences and repetitions. Cheap enough for every price. Mind that a claim is believed: `falseClaims` holds it to the solid.
 * @throws SolidError for a recipe that cannot be made.
 */
export function measureOf(node: SolidNode, fonts: Fonts = {}): Measure {
  switch (node.kind) {
    case 'text':
      return known(sizeOfText(node, fonts))
    case 'union':
      if (node.of.length === 0 || (node.of.length > 1 && node.claim === undefined)) return unknown
      return less(together(node.of.map((one) => measureOf(one, fonts))), node.claim ?? { volumeUm3: 0, areaUm2: 0 })
    case 'difference':
      if (node.claim === undefined) return node.cut.length === 0 ? measureOf(node.from, fonts) : unknown
      return less(measureOf(node.from, fonts), node.claim)
    case 'placed':
      return measureOf(node.of, fonts)
    case 'repeated': {
      const count = placements(node).length
      if (node.claim === undefined && count > 1) return unknown
      const { volumeUm3, areaUm2 } = measureOf(node.of, fonts)
      const all = { volumeUm3: volumeUm3 && volumeUm3 * count, areaUm2: areaUm2 && areaUm2 * count }
      return less(all, node.claim ?? { volumeUm3: 0, areaUm2: 0 })
    }
    case 'wrapped':
      return wrapped(node, fonts)
    case 'intersection':
    case 'hull':
      return unknown
    default:
      return known(sizeOfForm(formOf(node)))
  }
}
