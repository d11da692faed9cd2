import { describe, expect, it } from 'vitest'
import { languageFor, languages, tagsOf } from './languages.ts'

describe('languages', () => {
  it('are wanted in the order of their weight', () => {
    expect(tagsOf('de-AT;q=0.5, zh-CN, en;q=0.8, *;q=0.1, fr;q=0')).toEqual(['zh-CN', 'en', 'de-AT'])
  })

  it('fall back to English', () => {
    expect(languageFor(['xx', '']).code).toBe('en')
    expect(languageFor([]).code).toBe('en')
  })

  it.each(languages)('$own has its terms and its privacy page', async (language) => {
    const { terms, privacy } = await language.legal()
    expect(terms.sections.length).toBeGreaterThan(5)
    expect(privacy.sections.length).toBeGreaterThan(3)
  })
})
