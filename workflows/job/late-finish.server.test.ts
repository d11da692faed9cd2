import { afterAll, beforeAll, expect, test } from 'vitest'
import { setOperationTimes } from '#prisma/jobs.ts'
import { factories } from '#prisma/seed/factories.ts'
import { inTransaction } from '#prisma/steps.ts'
import { jobWorkflowId } from '#workflows/job/messages.ts'
import { ordered, until } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest, type TestCaller } from '../../e2e/platform-under-test.ts'

// Two business weeks a minute: four days late are less than twenty seconds.
const speed = 20_160
const day = 86_400_000
/** One saw, one of each trade, so that nothing can run side by side; and no queue, so that the test need not wait for it. */
const narrow = factories
  .filter(({ profile }) => profile.id === 'falegnameria-tre-pini')
  .map((factory) => ({ ...factory, profile: { ...factory.profile, leadTime: { queueDays: 0, materialDays: {} } } }))
let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed, factories: narrow })
  await platform.startWorker()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

const operation = async (maker: TestCaller, job: string, key: string) => {
  const found = (await maker.jobs.get({ job })).operations.find((each) => each.operation === key)
  if (found === undefined) throw new Error(`${job} has no ${key}`)
  return found
}

const businessTime = (at: number) =>
  until(
    async () => platform.platform.now(),
    (now) => now >= at,
    90_000,
  )

test('when the first of two jobs on one saw ends four days late, the second moves and its shopper hears of it at once', async () => {
  const ada = await platform.as((await platform.signUp('Ada')).token)
  const bea = await platform.as((await platform.signUp('Bea')).token)
  const first = await ordered(platform, ada)
  const second = await ordered(platform, bea)
  expect(second.quote.factory.id).toBe(first.quote.factory.id)
  const { maker } = first
  await maker.jobs.accept({ job: first.job })
  await maker.jobs.accept({ job: second.job })
  const before = await operation(maker, second.job, 'saw')
  const promised = await bea.orders.get({ order: second.order })

  await maker.jobs.start({ job: first.job, operation: 'prepare' })
  await maker.jobs.finish({ job: first.job, operation: 'prepare' })
  await maker.jobs.start({ job: first.job, operation: 'saw' })
  const { endsAt } = await operation(maker, first.job, 'saw')
  await businessTime(Date.parse(endsAt) + 4 * day)
  const finishedAt = platform.platform.now()
  await maker.jobs.finish({ job: first.job, operation: 'saw' })

  const after = await operation(maker, second.job, 'saw')
  expect(Date.parse(before.startsAt)).toBeLessThan(finishedAt)
  expect(Date.parse(after.startsAt)).toBeGreaterThanOrEqual(finishedAt)
  const story = await until(
    () => bea.orders.story({ order: second.order }),
    ({ events }) => events.some(({ kind }) => kind === 'slipped'),
  )
  expect(story.events.filter(({ kind }) => kind === 'slipped')).toHaveLength(1)
  expect(story.events.map(({ kind }) => kind)).toContain('replanned')
  const slipped = story.events.find(({ kind }) => kind === 'slipped')
  expect(slipped?.data.deliverBy).toBeGreaterThan(Date.parse(promised.promisedAt ?? ''))
  const mails = async () => JSON.stringify(await (await fetch(`${platform.mailUrl}/api/messages`)).json())
  await until(mails, (text) => text.includes('comes later than promised'))

  const { rows: overlaps } = await platform.platform.database.pool.query(
    'SELECT 1 FROM booking a JOIN booking b ON a.resource_id = b.resource_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at',
  )
  expect(overlaps).toEqual([])
  // Telling the others costs the history of whoever is late nothing.
  const { events } = await platform.platform.temporal.workflow.getHandle(jobWorkflowId(first.order, 1)).fetchHistory()
  expect(events?.filter((each) => each.activityTaskScheduledEventAttributes != null)).toEqual([])
  expect(events?.length).toBeLessThan(40)
}, 180_000)

test('a job that the plan begins later is looked at later, but not for ever', async () => {
  const carl = await platform.as((await platform.signUp('Carl')).token)
  const { order, job, maker } = await ordered(platform, carl)
  await maker.jobs.accept({ job })
  const { operations, finishesAt } = await maker.jobs.get({ job })
  const { dueAt } = await carl.orders.get({ order })
  const moved = operations.map(({ operation: key, startsAt, endsAt }) => {
    const times = { startsAt: Date.parse(startsAt) + day, endsAt: Date.parse(endsAt) + day }
    return [key, times] as const
  })
  await inTransaction(platform.platform.database.pool, (client) =>
    setOperationTimes(client, job, new Map(moved), Date.parse(finishesAt ?? '')),
  )
  const later = await until(
    () => carl.orders.get({ order }),
    (view) => view.dueAt !== dueAt,
    60_000,
  )
  expect(later).toMatchObject({ stage: 'scheduled', waitingOn: 'factory' })
  expect(Date.parse(later.dueAt ?? '') - Date.parse(dueAt ?? '')).toBe(day)
  await until(
    () => carl.orders.get({ order }),
    ({ waitingOn }) => waitingOn === 'operator',
    60_000,
  )
  const { events } = await carl.orders.story({ order })
  expect(events.map(({ kind }) => kind).slice(-2)).toEqual(['replanned', 'job_overdue'])
}, 180_000)
