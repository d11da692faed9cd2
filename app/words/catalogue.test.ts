import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { languages } from './languages.ts'
import { gapsOf } from './sentence.ts'

describe('the catalogue', () => {
  it.each(languages)('$own says everything English says, with the same gaps', async (language) => {
    const catalogue = await language.load()
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort())
    for (const [key, sentence] of Object.entries(en)) {
      expect({ key, gaps: gapsOf(catalogue[key] ?? '') }).toEqual({ key, gaps: gapsOf(sentence) })
    }
  })

  it('shouts at nobody', () => {
    for (const [key, sentence] of Object.entries(en)) {
      expect(`${key}: ${JSON.stringify(sentence)}`).not.toMatch(/!|\bOops\b/)
    }
  })
})
