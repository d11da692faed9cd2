import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ optionalDependencies: z.record(z.string(), z.string()).optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')))

/** Where Node would look for a dependency of a package: beside it, then outwards. */
function places(of: string, name: string): string[] {
  const parts = of.split('/node_modules/')
  return [
    `${of}/node_modules/${name}`,
    ...parts.map((_, index) => [...parts.slice(0, index), `node_modules/${name}`].join('/')),
  ]
}

test('every platform’s packages are locked: a registry that lacks some makes npm leave them out, and `npm ci` then refuses', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !places(path, name).some((place) => place in lock.packages)),
  )
  expect(missing).toEqual([])
})

test('no address stands in the lock file', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})
