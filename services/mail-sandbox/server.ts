import { SMTPServer } from 'smtp-server'
import { z } from 'zod'
import { control } from '../sandbox/control.ts'
import { json, listen, page } from '../sandbox/http.ts'
import { openMailbox } from './mailbox.ts'
import { htmlBody, listPage, messagePage } from './pages.ts'

export type MailSandboxConfig = {
  /** Of the pages; 0 takes a free port. */
  readonly port: number
  readonly smtpPort: number
  readonly host?: string
  /** Where its journal lies. */
  readonly folder: string
  readonly now?: () => number
}

/** Nothing longer is taken (RFC 1870 size). */
const mostBytes = 5_000_000

/** Attachments and scripts of a mail stay shut; its inline pictures and styles are shown. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** Starts the stand-in for a mail provider: an SMTP server that keeps all mail, and pages to read it. */
export async function startMailSandbox(
  config: MailSandboxConfig,
): Promise<{ url: string; smtpUrl: string; close(): Promise<void> }> {
  const host = config.host ?? '127.0.0.1'
  const mailbox = await openMailbox(config.folder, config.now ?? Date.now)
  let refusals: readonly { times: number; status: number; to?: string | undefined }[] = []

  /** The armed refusal for this recipient, used up by one. */
  function refusalFor(to: string): number | undefined {
    const found = refusals.find((item) => item.to === undefined || item.to.toLowerCase() === to.toLowerCase())
    if (found === undefined) return undefined
    refusals = refusals.flatMap((item) =>
      item !== found ? [item] : item.times > 1 ? [{ ...item, times: item.times - 1 }] : [],
    )
    return found.status
  }

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: mostBytes,
    disableReverseLookup: true,
    onAuth: (auth, _session, answer) => answer(null, { user: auth.username ?? '' }),
    onRcptTo(address, _session, answer) {
      const status = refusalFor(address.address)
      answer(status === undefined ? null : Object.assign(new Error('Refused by the sandbox'), { responseCode: status }))
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          answer(Object.assign(new Error('Message too large'), { responseCode: 552 }))
          return
        }
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address)
        mailbox.receive(Buffer.concat(parts), recipients).then(
          () => answer(),
          (error: unknown) => answer(error instanceof Error ? error : new Error('not stored')),
        )
      })
    },
  })
  // A client that goes away in the middle is no reason to end.
  smtp.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject)
    smtp.listen(config.smtpPort, host, resolve)
  })
  const address = smtp.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port for SMTP')

  const find = (id: string | undefined) => mailbox.find(id ?? '')
  const listening = await listen({
    port: config.port,
    host,
    routes: [
      [
        'GET /',
        ({ query }) => page(200, listPage(mailbox.list(query.get('to') ?? undefined), query.get('to') ?? undefined)),
      ],
      ['GET /healthz', () => json(200, { ok: true })],
      ['GET /api/messages', ({ query }) => json(200, mailbox.list(query.get('to') ?? undefined))],
      [
        'GET /messages/:id',
        ({ params }) => {
          const message = find(params.id)
          return message === undefined ? json(404, { error: 'no such mail' }) : page(200, messagePage(message))
        },
      ],
      [
        'GET /messages/:id/html',
        ({ params }) => {
          const message = find(params.id)
          if (message === undefined) return json(404, { error: 'no such mail' })
          return page(200, htmlBody(message), { 'content-security-policy': mailPolicy })
        },
      ],
      [
        'POST /_sandbox/fail',
        control(
          z.strictObject({
            times: z.int().positive().default(1),
            status: z.int().min(400).max(599).default(451),
            to: z.string().optional(),
          }),
          async () => undefined,
          (refusal) => {
            refusals = [...refusals, refusal]
          },
        ),
      ],
    ],
  })

  return {
    url: listening.url,
    smtpUrl: `smtp://${host === '0.0.0.0' ? '127.0.0.1' : host}:${address.port}`,
    async close() {
      await new Promise<void>((resolve) => smtp.close(resolve))
      await listening.close()
      await mailbox.close()
    },
  }
}
