import { expect, it } from 'vitest'
import { formsOf, textOfRole } from './html-form.ts'

const page = `<main><form method="get" action="/search"><input name="q"></form>
<p class="alert" role="alert">Your card has <b>been</b> declined &amp; kept.</p>
<form method="POST" action="/pay/1?a=1&amp;b=2">
<input type="hidden" name="token" value="a&quot;b&#39;c">
<input name="cardNumber" inputmode="numeric" required>
<input type='checkbox' name='save' value='1'><input type=checkbox name=terms checked value=yes>
<input type="submit" value="Go">
<button name="outcome" value="complete">Complete</button><button name="outcome" value="fail">Fail</button>
</form></main>`

it('reads a form as a browser without JavaScript would send it', () => {
  const forms = formsOf(page, 'https://pay.example/c/1')
  expect(forms).toHaveLength(1)
  const [form] = forms
  expect(form?.action).toBe('https://pay.example/pay/1?a=1&b=2')
  expect([...(form?.fields ?? [])]).toEqual([
    ['token', 'a"b\'c'],
    ['cardNumber', ''],
    ['terms', 'yes'],
  ])
  expect(form?.buttons).toEqual([
    { name: 'outcome', value: 'complete' },
    { name: 'outcome', value: 'fail' },
  ])
})

it('reads what a page says aloud', () => {
  expect(textOfRole(page, 'alert')).toBe('Your card has  been  declined & kept.')
  expect(textOfRole(page, 'status')).toBeUndefined()
})
