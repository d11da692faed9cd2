import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ApiError } from './api-error.ts'
import { type FormValue, formExpand, formInt, formMetadata, parseForm, parseParams } from './form.ts'

const name = fc.stringMatching(/^[a-z_]{1,8}$/)
const { tree } = fc.letrec<{ tree: FormValue; branch: { [key: string]: FormValue } }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    tie('branch'),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  ),
  branch: fc.dictionary(name, tie('tree'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
}))

/** As Stripe's SDK writes it. */
function pairs(value: FormValue, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value).flatMap(([key, item]) => pairs(item, path === '' ? key : `${path}[${key}]`))
}

test('nested parameters are read as the SDK writes them', () => {
  fc.assert(
    fc.property(fc.dictionary(name, tree, { maxKeys: 4, noNullPrototype: true }), (form) => {
      expect(parseForm(new URLSearchParams(pairs(form, '')))).toEqual(form)
    }),
  )
})

test('empty brackets append; names that mean nothing are refused, and none reaches a prototype', () => {
  expect(parseForm(new URLSearchParams('expand[]=a&expand[]=b'))).toEqual({ expand: ['a', 'b'] })
  for (const odd of ['a[b=1', 'a]b=1', '[a]=1', 'a[b][c=1', 'a=1&a[b]=2', `a${'[b]'.repeat(13)}=1`]) {
    expect(() => parseForm(new URLSearchParams(odd))).toThrow(ApiError)
  }
  const form = parseForm(new URLSearchParams('__proto__[polluted]=1&constructor[prototype][polluted]=1'))
  expect(Object.getPrototypeOf(form)).toBe(Object.prototype)
  expect('polluted' in {}).toBe(false)
})

test('whatever is sent is read or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (sent) => {
      try {
        parseForm(new URLSearchParams(sent))
      } catch (error) {
        expect(error).toBeInstanceOf(ApiError)
      }
    }),
  )
})

test('a wrong, missing or unknown parameter is named as Stripe names it', () => {
  const shape = z.strictObject({
    amount: formInt.pipe(z.int().positive()),
    lines: z.array(z.strictObject({ quantity: formInt })),
    metadata: formMetadata,
    expand: formExpand,
  })
  const problem = (form: { [key: string]: FormValue }) => {
    try {
      parseParams(shape, form)
      return undefined
    } catch (error) {
      return error instanceof ApiError ? error.body : error
    }
  }
  const right = { amount: '5', lines: [{ quantity: '1' }] }
  expect(problem(right)).toBeUndefined()
  expect(problem({ lines: [] })).toMatchObject({ code: 'parameter_missing', param: 'amount' })
  expect(problem({ ...right, amount: 'x' })).toMatchObject({ param: 'amount' })
  expect(problem({ ...right, lines: [{ quantity: '1', colour: 'red' }] })).toMatchObject({
    code: 'parameter_unknown',
    param: 'lines[0][colour]',
  })
})
