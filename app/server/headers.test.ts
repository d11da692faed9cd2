import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressedPage } from './compressed.ts'
import { callerAddress, secured } from './headers.ts'

test('every answer is no document unless it says so itself', () => {
  const data = secured(Response.json({}), { https: false })
  expect(data.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(data.headers.get('x-content-type-options')).toBe('nosniff')
  expect(data.headers.has('strict-transport-security')).toBe(false)
  const page = secured(new Response('', { headers: { 'content-security-policy': "default-src 'self'" } }), {
    https: true,
  })
  expect(page.headers.get('content-security-policy')).toBe("default-src 'self'")
  expect(page.headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('a PDF can be shown, and nothing else can', () => {
  const answer = (type: string) => secured(new Response('', { headers: { 'content-type': type } }), { https: false })
  expect(answer('application/pdf').headers.get('content-security-policy')).not.toContain('sandbox')
  expect(answer('image/svg+xml').headers.get('content-security-policy')).toContain('sandbox')
})

test('an answer whose headers are fixed is secured too', () => {
  const redirect = secured(Response.redirect('http://localhost/there', 303), { https: false })
  expect(redirect.status).toBe(303)
  expect(redirect.headers.get('location')).toBe('http://localhost/there')
  expect(redirect.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  ['::ffff:10.0.0.7', null, false, '10.0.0.7'],
  ['10.0.0.7', '1.2.3.4', false, '10.0.0.7'],
  ['10.0.0.7', '6.6.6.6, 1.2.3.4', true, '1.2.3.4'],
  ['10.0.0.7', null, true, '10.0.0.7'],
  ['10.0.0.7', '', true, '10.0.0.7'],
])('the caller of %s forwarded for %s (believed: %s) is %s', (peer, forwarded, trusted, caller) => {
  expect(callerAddress(peer, forwarded, trusted)).toBe(caller)
})

const page = (text: string, type = 'text/html; charset=utf-8') =>
  new Response(text, { headers: { 'content-type': type } })
const taking = (encoding: string) => new Request('http://localhost/', { headers: { 'accept-encoding': encoding } })

test('a page is compressed for those who take it', async () => {
  const text = 'maker '.repeat(1000)
  const response = await compressedPage(taking('gzip, br'), page(text))
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(text)
  const plain = await compressedPage(taking('identity'), page(text))
  expect(plain.headers.get('vary')).toContain('accept-encoding')
  expect(await plain.text()).toBe(text)
})

test('a stream of events is never held back', async () => {
  const stream = page('data: 1\n\n'.repeat(1000), 'text/event-stream')
  expect(await compressedPage(taking('gzip'), stream)).toBe(stream)
})
