import type { Catalogue } from '../sentence.ts'

export const design = {} as const satisfies Catalogue
