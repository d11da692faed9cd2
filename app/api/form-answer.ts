import type { OrderRefusal } from '#models/order/refusals.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { refusalWords } from '../words/refusals.ts'
import { refusalIn } from './refusals.ts'

/** What a page's form is answered with: done, or refused by name with the words for the person. */
export type FormAnswer<Done> = { readonly done: Done } | { readonly refused: OrderRefusal & { readonly words: string } }

/** Does what a form asks. An expected refusal becomes an answer with its 4xx status; a fault is thrown on. */
export async function answerForm<Done>(
  work: () => Promise<Done>,
): Promise<{ readonly status: number; readonly answer: FormAnswer<Done> }> {
  try {
    return { status: 200, answer: { done: await work() } }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    return {
      status: refusalStatus[refusal.code],
      answer: { refused: { ...refusal, words: refusalWords(refusal) } },
    }
  }
}

/** Whether a browser without our scripts sent this form: it wants to be led to a page. */
export function wantsPage(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true
}
