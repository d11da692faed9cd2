import type { Catalogue } from '../sentence.ts'

export const account = {} as const satisfies Catalogue
