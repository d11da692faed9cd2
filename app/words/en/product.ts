import type { Catalogue } from '../sentence.ts'

export const product = {} as const satisfies Catalogue
