import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { z } from 'zod'
import { openJournal } from '../sandbox/journal.ts'

/** A mail as it was received. `received` counts how often the same Message-ID came for the same person. */
export const message = z.object({
  id: z.string(),
  messageId: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  /** Wall time of the first receipt, ms since 1970. */
  at: z.int(),
  received: z.int().positive(),
})
export type Message = z.infer<typeof message>

export type Mailbox = {
  /** Newest first; `to` narrows to one address, without regard to case. */
  list(to?: string): readonly Message[]
  find(id: string): Message | undefined
  /** Reads a raw mail and keeps it for each recipient of the envelope; resolves when it is on the disk. */
  receive(raw: Buffer, recipients: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** More than this are forgotten, oldest first, when the sandbox starts. */
const keptMessages = 5000

export async function openMailbox(folder: string, now: () => number): Promise<Mailbox> {
  const messages = new Map<string, Message>()
  const { entries, journal } = await openJournal(join(folder, 'mail.jsonl'), message, (all) => {
    const last = new Map(all.map((item) => [item.id, item]))
    return last.size === all.length && last.size <= keptMessages ? all : [...last.values()].slice(-keptMessages)
  })
  for (const item of entries) messages.set(item.id, item)

  return {
    list(to) {
      const wanted = to?.trim().toLowerCase()
      return [...messages.values()].filter((item) => wanted === undefined || item.to === wanted).reverse()
    },
    find: (id) => messages.get(id),
    async receive(raw, recipients) {
      const mail = await simpleParser(raw, { skipImageLinks: true })
      const messageId = mail.messageId ?? ''
      for (const recipient of recipients) {
        const to = recipient.toLowerCase()
        const id = idOf(messageId, to, messages.size)
        const known = messages.get(id)
        const kept: Message =
          known === undefined
            ? {
                id,
                messageId,
                to,
                from: mail.from?.text ?? '',
                subject: mail.subject ?? '',
                text: mail.text ?? '',
                at: now(),
                received: 1,
                ...(mail.html === false ? {} : { html: mail.html }),
              }
            : { ...known, received: known.received + 1 }
        messages.set(id, kept)
        journal.append(kept)
      }
      await journal.settled()
    },
    close: journal.close,
  }
}

/** One mail to one person, whatever number of times it comes; a mail without Message-ID is always a new one. */
function idOf(messageId: string, to: string, count: number): string {
  return Buffer.from(messageId === '' ? `${count} ${to}` : `${messageId} ${to}`).toString('base64url')
}
