import type { Catalogue } from '../sentence.ts'

export const home = {} as const satisfies Catalogue
