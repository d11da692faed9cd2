import type { Database } from './client.ts'

/** The mail addresses of the members of a job's factory. */
export async function memberMails({ pool }: Pick<Database, 'pool'>, job: string | null): Promise<string[]> {
  if (job === null) return []
  const { rows } = await pool.query<{ email: string }>({
    name: 'member-mails',
    text: `SELECT u.email FROM job j JOIN factory f ON f.id = j.factory_id JOIN member m ON m.organization_id = f.organization_id
        JOIN "user" u ON u.id = m.user_id
      WHERE j.id = $1 ORDER BY u.email`,
    values: [job],
  })
  return rows.map(({ email }) => email)
}
