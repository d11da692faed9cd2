import { describe, expect, it } from 'vitest'
import { readOrderForm } from './order-form.ts'

const whole = {
  name: 'Lena Novak',
  line1: 'Torstraße 1',
  line2: ' ',
  postalCode: '10119',
  city: 'Berlin',
  country: 'DE',
  email: 'lena@example.org',
  quantity: '2',
  key: '0123456789abcdef',
}

function form(changes: Record<string, string | undefined> = {}): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...whole, ...changes })) if (value !== undefined) data.set(name, value)
  return data
}

describe('the order step', () => {
  it('reads a whole form, empty lines left out', () => {
    const read = readOrderForm(form(), true)
    expect(read).toEqual({ order: { ...whole, line2: undefined, quantity: 2 } })
  })

  it('names each field that is missing or wrong', () => {
    const read = readOrderForm(
      form({ name: '', email: 'lena', quantity: '0', country: 'Germany', city: 'x'.repeat(101) }),
      true,
    )
    expect(read).toEqual({
      troubles: {
        name: { problem: 'missing' },
        email: { problem: 'emailShape' },
        quantity: { problem: 'quantityRange', max: 500 },
        country: { problem: 'missing' },
        city: { problem: 'tooLong', max: 100 },
      },
    })
  })

  it('asks guests for an e-mail, and nobody else', () => {
    expect(readOrderForm(form({ email: undefined }), true)).toEqual({ troubles: { email: { problem: 'missing' } } })
    expect(readOrderForm(form({ email: undefined }), false)).toHaveProperty('order.name', 'Lena Novak')
  })
})
