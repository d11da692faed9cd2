import type { Catalogue } from '../sentence.ts'

/** A saved design as others see it. */
export const design = {
  'design.pageTitle': '{name}, a design',
  'design.someone': 'Someone’s design',
  'design.fork': 'Make it yours',
  'design.forkWhat': 'You get a copy of your own to change. This one stays as it is.',
  'design.newer': 'There is a newer version of this product',
  'design.newerWhat': 'This design opens as it was made. In the new version some things differ.',
  'design.unknownTitle': 'This design is not here',
} as const satisfies Catalogue
