import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createMailer, type Mailer, messageIdOf } from '../mail.ts'
import { ServiceUnavailable } from '../unavailable.ts'
import { message } from './mailbox.ts'
import { startMailSandbox } from './server.ts'

let folder: string
let sandbox: Awaited<ReturnType<typeof startMailSandbox>>
let mailer: Mailer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-sandbox-'))
  await start()
})
afterAll(async () => {
  mailer.close()
  await sandbox.close()
  await rm(folder, { recursive: true })
})

async function start(): Promise<void> {
  sandbox = await startMailSandbox({ port: 0, smtpPort: 0, folder })
  mailer = createMailer({ smtpUrl: sandbox.smtpUrl, from: 'Makerline <orders@makerline.example>' })
}

async function mailTo(to: string) {
  const response = await fetch(`${sandbox.url}/api/messages?to=${encodeURIComponent(to)}`)
  return z.array(message).parse(await response.json())
}

const link = 'http://127.0.0.1:3000/orders/o1?key=abc'
const mail = {
  subject: 'Your order: Regal “Łódź” 定制',
  text: `Follow your order here:\n\n${link}\n`,
  html: `<p>Follow <a href="${link}">your order</a>.</p><script>alert(1)</script>`,
}

test('a mail arrives with its words in every script, and its link can be pressed', async () => {
  const sent = await mailer.send({ ...mail, to: 'Ada@Example.com', key: 'order/o1/link' })
  expect(sent).toEqual({ messageId: messageIdOf('order/o1/link', 'makerline.example') })
  const [received, ...others] = await mailTo('ada@example.com')
  expect(others).toEqual([])
  expect(received).toMatchObject({ to: 'ada@example.com', subject: mail.subject, received: 1 })
  expect(received?.text).toContain(link)

  const list = await (await fetch(sandbox.url)).text()
  expect(list).toContain('Your order')
  const page = await fetch(`${sandbox.url}/messages/${received?.id}`)
  expect(await page.text()).toContain(`<a href="${link}">`)
  const body = await fetch(`${sandbox.url}/messages/${received?.id}/html`)
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/)
  expect(body.headers.get('content-security-policy')).not.toContain('allow-scripts')
})

test('the same key carries the same Message-ID: the second copy is counted, not kept', async () => {
  for (let time = 0; time < 3; time += 1) {
    await mailer.send({ ...mail, to: 'twice@example.com', key: 'order/o2/shipped' })
  }
  await mailer.send({ ...mail, to: 'twice@example.com', key: 'order/o2/delivered' })
  expect((await mailTo('twice@example.com')).map(({ received }) => received)).toEqual([1, 3])
})

test('what was received survives a restart', async () => {
  await mailer.send({ ...mail, to: 'kept@example.com', key: 'kept' })
  mailer.close()
  await sandbox.close()
  await start()
  expect(await mailTo('kept@example.com')).toHaveLength(1)
  expect((await mailTo('twice@example.com')).map(({ received }) => received)).toEqual([1, 3])
})

test('a full mailbox passes, an unknown one is refused by name', async () => {
  const refuse = (status: number) =>
    fetch(`${sandbox.url}/_sandbox/fail`, { method: 'POST', body: JSON.stringify({ status, to: 'odd@example.com' }) })
  await refuse(452)
  const wanted = { ...mail, to: 'odd@example.com', key: 'odd' }
  await expect(mailer.send(wanted)).rejects.toThrow(ServiceUnavailable)
  await refuse(550)
  expect(await mailer.send(wanted)).toEqual({ refused: 'bad_address', code: '550' })
  expect(await mailer.send(wanted)).toHaveProperty('messageId')
})

test('no server is unavailable, and the error holds no address', async () => {
  const lost = createMailer({ smtpUrl: 'smtp://user:secret@127.0.0.1:9', from: 'a@example.com', timeoutMs: 500 })
  const error = await lost.send({ ...mail, to: 'ada@example.com', key: 'lost' }).catch((thrown: unknown) => thrown)
  lost.close()
  expect(error).toBeInstanceOf(ServiceUnavailable)
  expect(String(error)).not.toMatch(/ada@|secret/)
})

test('an address cannot smuggle headers or more recipients', async () => {
  const answer = await mailer
    .send({
      ...mail,
      to: 'a@example.com>\r\nRCPT TO:<b@example.com',
      subject: 'x\r\nBcc: c@example.com',
      key: 'smuggle',
    })
    .catch((thrown: unknown) => thrown)
  expect(await mailTo('b@example.com')).toEqual([])
  expect(await mailTo('c@example.com')).toEqual([])
  expect(answer).toBeDefined()
})
