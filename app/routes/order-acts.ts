import {
  FormDataParseError,
  MaxFilesExceededError,
  MultipartParseError,
  parseFormData,
} from '@remix-run/form-data-parser'
import type { PageContext } from '#app/api/caller.ts'
import { refusalIn } from '#app/api/refusals.ts'
import { type RefusalCode, refusalStatus } from '#models/order/refusals.ts'
import { plainOptions } from '#models/product/options.ts'
import { orderPath } from '../orders/order-link.ts'
import type { Failure } from '../orders/order-scene.tsx'
import { reportLimits } from '../orders/report-limits.ts'
import type { PageWords } from '../words/reader.tsx'
import { refusalWords } from '../words/refusals.ts'

/** Which order, and the key of its link where the page was opened by one. */
type Asked = { readonly order: string; readonly key: string | undefined }

/** Where to go on, or what did not work and with which status. */
export type ActOutcome = { readonly to: string } | { readonly failure: Failure; readonly status: number }

/** Acts on an order by a form of its page; the form's `act` says what. Refusals come back in words, faults are thrown. */
export async function orderAct(
  context: PageContext,
  request: Request,
  asked: Asked,
  words: PageWords,
): Promise<ActOutcome> {
  const typed = { act: isMultipart(request) ? 'report' : '', words: '' }
  try {
    const { form, trouble } = await readForm(context, request, asked)
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    typed.act = text('act')
    typed.words = text('words').trim()
    if (trouble !== undefined) throw trouble
    const wrong = typed.act === 'report' ? reportTrouble(typed.words, words) : undefined
    if (wrong !== undefined) return failed(wrong, typed, 422, 'words')
    return { to: await done(context, asked, typed, text, form.getAll('photos').filter(isText)) }
  } catch (error) {
    if (error instanceof MaxFilesExceededError)
      return failed(words.say('order.reportTooMany', { most: reportLimits.photos }), typed, 413, 'photos')
    const code = codeOf(error)
    if (code === undefined) throw error
    const refusal = refusalIn(error) ?? { code, values: {} }
    const field = code === 'too_large' || code === 'not_an_image' ? 'photos' : undefined
    return failed(refusalWords(refusal), typed, refusalStatus[code], field)
  }
}

/** Does what the form says and gives the page to go on to. */
async function done(
  { api }: PageContext,
  { order, key }: Asked,
  { act, words }: { act: string; words: string },
  text: (name: string) => string,
  photos: string[],
): Promise<string> {
  const asked = { order, ...(key === undefined ? {} : { key }) }
  const page = orderPath(order, key)
  switch (act) {
    case 'pick':
      await api.quotes.pick({ ...asked, quote: text('quote') })
      return page
    case 'pay':
      return (await api.orders.pay(asked)).checkoutUrl
    case 'cancel':
      await api.orders.cancel({ ...asked, expected: Number.parseInt(text('expected'), 10) })
      return page
    case 'confirm':
      await api.orders.confirm(asked)
      return page
    case 'report':
      await api.orders.report({ ...asked, words, photos })
      return page
    case 'again': {
      const [{ product, version, quantity, country }, { options }] = await Promise.all([
        api.orders.get(asked),
        api.orders.story(asked),
      ])
      const design = await api.designs.save({ product, version, options: plainOptions(options) })
      return `/d/${design.id}/order?${new URLSearchParams({ country, quantity: String(quantity) })}`
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

/**
 * Reads the form of who may see the order. Photos are kept as they arrive; one that is refused does not lose what was typed,
 * so its refusal waits until the form is read.
 */
async function readForm(
  context: PageContext,
  request: Request,
  { order, key }: Asked,
): Promise<{ form: FormData; trouble: unknown }> {
  if (isMultipart(request)) await context.api.orders.get({ order, ...(key === undefined ? {} : { key }) })
  const { photos, allBytes } = reportLimits
  let trouble: unknown
  const form = await parseFormData(
    request,
    { maxFiles: photos, maxFileSize: allBytes, maxTotalSize: allBytes },
    async (file) => {
      if (file.size === 0 || trouble !== undefined) return null
      try {
        return await context.keepPhoto(new Uint8Array(await file.arrayBuffer()))
      } catch (error) {
        trouble = error
        return null
      }
    },
  )
  return { form, trouble }
}

function reportTrouble(typed: string, { say }: PageWords): string | undefined {
  if (typed === '') return say('order.reportMissing')
  return typed.length > reportLimits.words ? say('order.reportTooLong', { max: reportLimits.words }) : undefined
}

function codeOf(error: unknown): RefusalCode | undefined {
  if (error instanceof MultipartParseError) return 'too_large'
  if (error instanceof FormDataParseError) return 'bad_input'
  return refusalIn(error)?.code
}

const isMultipart = (request: Request): boolean =>
  request.headers.get('content-type')?.startsWith('multipart/') === true

const isText = (value: FormDataEntryValue): value is string => typeof value === 'string'

function failed(
  sentence: string,
  { act, words }: { act: string; words: string },
  status: number,
  field?: string,
): ActOutcome {
  return { failure: { act, words: sentence, field, typed: words }, status }
}
