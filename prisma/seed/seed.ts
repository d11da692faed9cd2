import type { Database } from '../client.ts'
import type { SeedFactory } from './seed-factory.ts'

/** JSON as the column takes it: what the types call readonly is plain data. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

/** Writes the demonstration's factories with their machines and people; what is there already stays as it is. */
export async function seedFactories(database: Database, factories: readonly SeedFactory[]): Promise<void> {
  await database.client.$transaction(
    async (client) => {
      await client.factory.createMany({
        skipDuplicates: true,
        data: factories.map(({ profile, bidding, demo }) => ({
          id: profile.id,
          name: profile.name,
          belt: profile.belt,
          country: profile.country,
          lat: profile.lat,
          lon: profile.lon,
          zone: profile.zone,
          bidding,
          demo,
          profile: plain(profile),
          updatedAt: new Date(),
        })),
      })
      await client.resource.createMany({
        skipDuplicates: true,
        data: factories.flatMap(({ profile, resources }) =>
          resources.map((resource) => ({
            id: resource.id,
            factoryId: profile.id,
            kind: resource.kind,
            name: resource.name,
            workCentres: [...resource.workCentres],
            calendar: plain(resource.calendar),
            sharePermille: resource.sharePermille,
          })),
        ),
      })
    },
    { timeout: 30_000 },
  )
}

/** Gives a factory to its organisation. */
export async function linkOrganization(database: Database, factory: string, organization: string): Promise<void> {
  await database.client.factory.update({ where: { id: factory }, data: { organizationId: organization } })
}

/** Which factories have their organisation and payout account already. */
export async function linkedFactories(database: Database) {
  return database.client.factory.findMany({ select: { id: true, organizationId: true, payoutAccount: true } })
}
