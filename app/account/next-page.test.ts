import { describe, expect, it } from 'vitest'
import { isOwnPath, nextPage } from './next-page.ts'

const asked = (next: string) => nextPage(new Request(`http://shop.test/sign-in?next=${encodeURIComponent(next)}`))

describe('the page after signing in', () => {
  it('is the one that was asked for', () => {
    expect(asked('/orders/abc?key=1')).toBe('/orders/abc?key=1')
    expect(nextPage(new Request('http://shop.test/sign-in'))).toBe('/designs')
  })

  it('is never on another site', () => {
    for (const next of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '']) {
      expect(asked(next)).toBe('/designs')
      expect(isOwnPath(next)).toBe(false)
    }
  })
})
