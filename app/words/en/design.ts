import type { Catalogue } from '../sentence.ts'

/** A saved design as others see it. */
export const design = {
  'design.pageTitle': '{name}, a design',
  'design.someone': 'Someone’s design',
  'design.facts': 'What was chosen',
  'design.fork': 'Make it yours',
  'design.forkWhat': 'You get a copy of your own to change. This one stays as it is.',
} as const satisfies Catalogue
