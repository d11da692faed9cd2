import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client'
import { ActivityFailure, ApplicationFailure } from '@temporalio/common'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import {
  isRefusalCode,
  type OrderRefusal,
  type RefusalCode,
  refusalStatus,
  refusalType,
} from '#models/order/refusals.ts'
import type { Values } from '#models/product/evaluation.ts'

/** An expected refusal on its way out; the words are added by the error formatter. */
export class Refused extends Error {
  readonly refusal: OrderRefusal

  constructor(code: RefusalCode, values: Values = {}) {
    super(code)
    this.name = 'Refused'
    this.refusal = { code, values }
  }
}

const carried = z.object({
  code: z.string().refine(isRefusalCode),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** The refusal inside whatever was thrown: ours, or one that came through Temporal; undefined when it is a fault. */
export function refusalIn(error: unknown): OrderRefusal | undefined {
  if (error instanceof Refused) return error.refusal
  if (error instanceof TRPCError)
    return error.code === 'BAD_REQUEST' && error.cause === undefined ? badInput() : refusalIn(error.cause)
  if (error instanceof z.ZodError) return badInput(error)
  if (error instanceof WorkflowUpdateFailedError || error instanceof ActivityFailure) return refusalIn(error.cause)
  if (error instanceof WorkflowNotFoundError) return { code: 'illegal_move', values: {} }
  if (error instanceof ApplicationFailure && error.type === refusalType) {
    const read = carried.safeParse(error.details?.[0])
    return read.success ? { code: read.data.code, values: read.data.values } : undefined
  }
  return undefined
}

function badInput(error?: z.ZodError): OrderRefusal {
  const [issue] = error?.issues ?? []
  return { code: 'bad_input', values: issue === undefined ? {} : { field: issue.path.join('.'), problem: issue.code } }
}

type TRPCCode = ConstructorParameters<typeof TRPCError>[0]['code']

/** tRPC's code for each HTTP status we refuse with. */
const trpcCodes: Readonly<Record<(typeof refusalStatus)[RefusalCode], TRPCCode>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  402: 'PAYMENT_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
}

export const trpcCodeOf = (code: RefusalCode): TRPCCode => trpcCodes[refusalStatus[code]]
