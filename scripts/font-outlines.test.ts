import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fontModules } from './font-outlines.mjs'

test('the bundled outlines are those of the package: after a new version, run scripts/font-outlines.mjs', async () => {
  for (const [path, text] of Object.entries(await fontModules())) expect(readFileSync(path, 'utf8')).toBe(text)
})
