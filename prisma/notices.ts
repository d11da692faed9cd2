import type { Database } from './client.ts'

/** Remembers a notice from outside; false when it was met before. */
export async function rememberNotice(database: Pick<Database, 'client'>, source: string, id: string): Promise<boolean> {
  const { count } = await database.client.notice.createMany({
    data: [{ id: `${source}/${id}`, source }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Forgets a notice whose handling failed, so that its next delivery is handled. */
export async function forgetNotice(database: Pick<Database, 'client'>, source: string, id: string): Promise<void> {
  await database.client.notice.deleteMany({ where: { id: `${source}/${id}` } })
}

/** Remembers a mail as sent; false when it was sent before. */
export async function rememberMail(
  database: Pick<Database, 'client'>,
  mail: { key: string; order: string; kind: string; to: string },
): Promise<void> {
  await database.client.mail.createMany({
    data: [{ key: mail.key, orderId: mail.order, kind: mail.kind, to: mail.to }],
    skipDuplicates: true,
  })
}

export async function mailWasSent(database: Pick<Database, 'client'>, key: string): Promise<boolean> {
  return (await database.client.mail.count({ where: { key } })) > 0
}
