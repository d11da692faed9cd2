import { createHash } from 'node:crypto'
import nodemailer from 'nodemailer'
import { ServiceRejected, ServiceUnavailable } from './unavailable.ts'

/** `smtpUrl` such as `smtp://user:pass@mail.example:587`; `from` such as `Makerline <orders@example.com>`. */
export type MailConfig = {
  readonly smtpUrl: string
  readonly from: string
  /** How long connecting, greeting and silence may each last. */
  readonly timeoutMs?: number
}

/** One mail to one person. `key` names this mail for ever: sending it again carries the same Message-ID. */
export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly key: string
}

/** `bad_address`: the server will never take mail for it. */
export type MailRefusal = { readonly refused: 'bad_address'; readonly code: string }

export type Mailer = {
  /** Throws `ServiceUnavailable` where sending the same mail again is right. */
  send(mail: Mail): Promise<{ readonly messageId: string } | MailRefusal>
  close(): void
}

export function createMailer(config: MailConfig): Mailer {
  const timeoutMs = config.timeoutMs ?? 10_000
  const transport = nodemailer.createTransport({
    url: config.smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s>]+)>?\s*$/.exec(config.from)?.[1] ?? 'localhost'

  return {
    async send({ to, subject, text, html, key }) {
      const messageId = messageIdOf(key, domain)
      try {
        await transport.sendMail({
          from: config.from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          ...(html === undefined ? {} : { html }),
        })
        return { messageId }
      } catch (error) {
        return refusalOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** The Message-ID of a mail: derived from its key, so that a receiver drops the second copy. */
export function messageIdOf(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`
}

/** SMTP: 5xx to the recipient is final, 5xx otherwise ours to mend, everything else passes (RFC 5321 §4.2.1). */
function refusalOf(error: unknown): MailRefusal {
  const code = property(error, 'code')
  const status = property(error, 'responseCode')
  const permanent = typeof status === 'number' && status >= 500
  if (code === 'EENVELOPE' && (permanent || status === undefined)) {
    return { refused: 'bad_address', code: String(status ?? code) }
  }
  if (permanent || code === 'EAUTH') throw new ServiceRejected('mail', `${String(code)} ${String(status ?? '')}`.trim())
  throw new ServiceUnavailable('mail', String(code ?? 'no answer'))
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
