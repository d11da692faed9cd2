import type { Database } from './client.ts'

/** The mail addresses of the members of a job's factory. */
export async function memberMails(database: Pick<Database, 'client'>, job: string | null): Promise<string[]> {
  if (job === null) return []
  const row = await database.client.job.findUnique({ where: { id: job }, select: { factoryId: true } })
  if (row === null) return []
  const factory = await database.client.factory.findUnique({
    where: { id: row.factoryId },
    select: { organization: { select: { members: { select: { user: { select: { email: true } } } } } } },
  })
  return (factory?.organization?.members ?? []).map((member) => member.user.email)
}
