import type { FactoryProfile } from '#models/market/factory.ts'
import type { Resource } from '#models/planning/resource.ts'
import type { Make } from '#models/product/make.ts'
import type { Database } from './client.ts'
import { profileSchema, resourceSchema } from './factory-shape.ts'

/** A factory as matching, bidding and planning need it. */
export type KnownFactory = {
  readonly profile: FactoryProfile
  readonly resources: readonly Resource[]
  readonly bidding: 'automatic' | 'hand'
  readonly payoutAccount: string | undefined
  readonly organization: string | undefined
}

/** Parsed factories by id, kept until their row changes; so that a calendar is read once, not at every quote. */
const known = new Map<string, { readonly updatedAt: number; readonly factory: KnownFactory }>()

/** Factories that may make this for that country, at most 200: the database's share of matching. */
export async function candidateFactories(database: Database, make: Make, country: string): Promise<KnownFactory[]> {
  const { rows } = await database.pool.query<{ id: string; updated_at: Date }>({
    name: 'candidate-factories',
    text: `SELECT id, updated_at FROM factory
      WHERE active AND profile->'serves' ? $1 AND profile->'workCentres' ?& $2::text[] AND profile->'rateCard'->'materials' ?& $3::text[]
      ORDER BY id LIMIT 200`,
    values: [
      country,
      [...new Set(make.operations.map((operation) => operation.workCentre))],
      [...new Set(make.materials.map((line) => line.material))],
    ],
  })
  return loadKnown(database, rows)
}

/** One factory, or undefined. */
export async function readFactory(database: Database, id: string): Promise<KnownFactory | undefined> {
  const { rows } = await database.pool.query<{ id: string; updated_at: Date }>({
    name: 'factory-version',
    text: 'SELECT id, updated_at FROM factory WHERE id = $1',
    values: [id],
  })
  return (await loadKnown(database, rows))[0]
}

/** All active factories, for the free-capacity summary. */
export async function listFactories(database: Database): Promise<KnownFactory[]> {
  const { rows } = await database.pool.query<{ id: string; updated_at: Date }>(
    'SELECT id, updated_at FROM factory WHERE active ORDER BY id LIMIT 200',
  )
  return loadKnown(database, rows)
}

async function loadKnown(
  database: Database,
  versions: readonly { id: string; updated_at: Date }[],
): Promise<KnownFactory[]> {
  const stale = versions
    .filter(({ id, updated_at }) => known.get(id)?.updatedAt !== updated_at.getTime())
    .map(({ id }) => id)
  if (stale.length > 0) {
    const rows = await database.client.factory.findMany({
      where: { id: { in: stale } },
      include: { resources: { orderBy: { id: 'asc' } } },
    })
    for (const row of rows) {
      known.set(row.id, {
        updatedAt: row.updatedAt.getTime(),
        factory: {
          profile: profileSchema.parse(row.profile),
          resources: row.resources.map((resource) => resourceSchema.parse(resource)),
          bidding: row.bidding === 'hand' ? 'hand' : 'automatic',
          payoutAccount: row.payoutAccount ?? undefined,
          organization: row.organizationId ?? undefined,
        },
      })
    }
  }
  return versions.flatMap(({ id }) => known.get(id)?.factory ?? [])
}

/** The factory of an organisation that this person is a member of. */
export async function factoryOfMember({ pool }: Pick<Database, 'pool'>, user: string) {
  const { rows } = await pool.query<{ id: string; name: string; zone: string }>({
    name: 'factory-of-member',
    text: `SELECT f.id, f.name, f.zone FROM member m JOIN factory f ON f.organization_id = m.organization_id
      WHERE m.user_id = $1 ORDER BY m.id LIMIT 1`,
    values: [user],
  })
  return rows[0]
}

export async function setPayoutAccount(
  database: Pick<Database, 'client'>,
  factory: string,
  account: string,
): Promise<void> {
  await database.client.factory.update({ where: { id: factory }, data: { payoutAccount: account } })
}
