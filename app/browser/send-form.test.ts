import { describe, expect, it } from 'vitest'
import { sendForm } from './send-form.ts'

const answerOf = async (error: unknown) => {
  const sent = await sendForm(() => Promise.reject(error))
  return typeof sent === 'object' && sent !== null && 'data' in sent
    ? { ...sent.data, status: sent.init?.status }
    : sent
}
const routeError = (status: number) => ({ status, statusText: '', internal: true, data: null })

describe('an act that has no answer', () => {
  it('is kept and sent later where nothing got through', async () => {
    expect(await answerOf(new TypeError('Failed to fetch'))).toEqual({ unsent: 'lost', status: 503 })
    expect(await answerOf(routeError(502))).toEqual({ unsent: 'lost', status: 503 })
  })

  it('is offered again where the server broke over it', async () => {
    expect(await answerOf(new Error('Unexpected Server Error'))).toEqual({ unsent: 'failed', status: 503 })
    expect(await answerOf(routeError(500))).toEqual({ unsent: 'failed', status: 503 })
  })

  it('leaves answers, redirects and missing pages alone', async () => {
    expect(await sendForm(async () => 'done')).toBe('done')
    await expect(sendForm(() => Promise.reject(routeError(404)))).rejects.toMatchObject({ status: 404 })
    await expect(sendForm(() => Promise.reject(new Response(null, { status: 302 })))).rejects.toBeInstanceOf(Response)
  })
})
