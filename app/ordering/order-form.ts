import { z } from 'zod'
import { mostPieces } from './pieces.ts'

/** A field of the form and what is wrong with it; `max` fills the sentence. */
export type FieldTrouble = {
  readonly problem: 'missing' | 'emailShape' | 'tooLong' | 'quantityRange' | 'notServed'
  readonly max?: number
}
export type FieldTroubles = Readonly<Record<string, FieldTrouble>>

const line = (max: number) => z.string().trim().min(1, 'missing').max(max, `tooLong ${max}`)
const maybe = (max: number) => z.string().trim().max(max, `tooLong ${max}`).optional()

const fields = z.object({
  name: line(120),
  line1: line(160),
  line2: maybe(160),
  postalCode: line(20),
  city: line(100),
  region: maybe(100),
  country: z.string().regex(/^[A-Z]{2}$/, 'missing'),
  email: z.email('emailShape').max(200, 'tooLong 200').optional(),
  quantity: z.coerce
    .number()
    .int()
    .min(1, `quantityRange ${mostPieces}`)
    .max(mostPieces, `quantityRange ${mostPieces}`),
  key: z.string().min(8).max(120),
  consent: z.literal('on').optional(),
})

export type OrderForm = z.infer<typeof fields>

/** Everything the order step's form says, or what is wrong with each of its fields. Guests must give an e-mail. */
export function readOrderForm(form: FormData, isGuest: boolean): { order: OrderForm } | { troubles: FieldTroubles } {
  const raw = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string' && value.trim() !== ''))
  const read = fields.safeParse({ name: '', line1: '', postalCode: '', city: '', country: '', quantity: 1, ...raw })
  const missingEmail = isGuest && raw.email === undefined
  if (read.success && !missingEmail) return { order: read.data }
  const troubles: Record<string, FieldTrouble> = missingEmail ? { email: { problem: 'missing' } } : {}
  for (const issue of read.error?.issues ?? []) {
    const [problem, max] = issue.message.split(' ')
    const field = String(issue.path[0])
    troubles[field] ??= { problem: problemOf(problem), ...(max ? { max: Number(max) } : {}) }
  }
  return { troubles }
}

function problemOf(message: string | undefined): FieldTrouble['problem'] {
  return message === 'emailShape' || message === 'tooLong' || message === 'quantityRange' ? message : 'missing'
}
