import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepPreferences, readPreferences } from './cookie.ts'

const asked = (cookie: string, language = '') => readPreferences(new Headers({ cookie, 'accept-language': language }))

describe('preferences', () => {
  it('are what was chosen', () => {
    const first = keepPreferences('session=abc', { theme: 'dark' }).split(';')[0] ?? ''
    const both = keepPreferences(`session=abc; ${first}`, { zone: 'Asia/Shanghai', country: 'FR' }).split(';')[0] ?? ''
    expect(asked(both)).toEqual({ language: 'en', theme: 'dark', zone: 'Asia/Shanghai', country: 'FR' })
  })

  it('are guessed from the request where nothing was chosen', () => {
    expect(asked('', 'de-AT,de;q=0.9,en;q=0.8')).toEqual({
      language: 'en',
      theme: 'system',
      zone: 'UTC',
      country: 'AT',
    })
    expect(asked('', 'en')).toMatchObject({ country: undefined })
  })

  it('never fail on a cookie somebody made up', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const header = `preferences=${value.replaceAll(/[^\x20-\x7e]/g, '')}`
        const { theme, zone } = asked(header)
        expect(['system', 'light', 'dark']).toContain(theme)
        expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
      }),
    )
    expect(asked('preferences=zone%3DMars%2FOlympus%26theme%3Dpink')).toMatchObject({ zone: 'UTC', theme: 'system' })
  })
})
