import type { Catalogue } from '../sentence.ts'

export const ordering = {} as const satisfies Catalogue
