import { factories } from '#prisma/seed/factories.ts'
import { type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts'

/** Two business weeks a minute: a day's drying is four seconds. */
export const quickSpeed = 20_160

/** A platform with a worker and every seeded factory that answers by its rate card; `speed` is business seconds per wall second. */
export async function quickPlatform(speed = quickSpeed): Promise<PlatformUnderTest> {
  const platform = await platformUnderTest({
    speed,
    factories: factories.filter(({ bidding }) => bidding === 'automatic'),
  })
  await platform.startWorker()
  return platform
}
