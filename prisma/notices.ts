import type { Database } from './client.ts'

/** Remembers a notice from outside; false when it was met before. */
export async function rememberNotice({ pool }: Pick<Database, 'pool'>, source: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'remember-notice',
    text: 'INSERT INTO notice (id, source) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
    values: [`${source}/${id}`, source],
  })
  return rowCount === 1
}

/** Forgets a notice whose handling failed, so that its next delivery is handled. */
export async function forgetNotice(database: Pick<Database, 'client'>, source: string, id: string): Promise<void> {
  await database.client.notice.deleteMany({ where: { id: `${source}/${id}` } })
}

/** Remembers a mail as sent; false when it was sent before. */
export async function rememberMail(
  { pool }: Pick<Database, 'pool'>,
  mail: { key: string; order: string; kind: string; to: string },
): Promise<void> {
  await pool.query({
    name: 'remember-mail',
    text: 'INSERT INTO mail (key, order_id, kind, "to") VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING',
    values: [mail.key, mail.order, mail.kind, mail.to],
  })
}

export async function mailWasSent({ pool }: Pick<Database, 'pool'>, key: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'mail-was-sent',
    text: 'SELECT 1 FROM mail WHERE key = $1',
    values: [key],
  })
  return rowCount === 1
}
