import { afterAll, beforeAll, expect, test } from 'vitest'
import { factories } from '#prisma/seed/factories.ts'
import { submitted, until } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'
import { orderWorkflowId } from './messages.ts'

let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed: 240, factories })
  await platform.startWorker()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

/** The tasks of an order's workflow in which the submission was answered and in which mails were sent, by the event that ended each. */
async function tasksOf(order: string) {
  const handle = platform.platform.temporal.workflow.getHandle(orderWorkflowId(order))
  const events = (await handle.fetchHistory()).events ?? []
  const answered = events.flatMap(({ workflowExecutionUpdateCompletedEventAttributes: update, eventId }) =>
    update == null ? [] : [Number(eventId)],
  )
  const mails = events.flatMap(({ markerRecordedEventAttributes: marker }) => {
    const call = Buffer.from(marker?.details?.data?.payloads?.[0]?.data ?? []).toString()
    return call.includes('"sendMail"') ? [Number(marker?.workflowTaskCompletedEventId)] : []
  })
  return { answered, mails }
}

test.each([
  ['a factory is asked to bid by hand', factories],
  ['none is', factories.filter(({ bidding }) => bidding === 'automatic')],
])(
  'whoever submits does not wait for mails where %s',
  async (_, asked) => {
    const ids = asked.map(({ profile }) => profile.id)
    await platform.equipment.database.pool.query('UPDATE factory SET active = id = ANY($1)', [ids])
    const { token } = await platform.signUp('Ada')
    const { order, quotes } = await submitted(await platform.as(token))
    expect(quotes.length).toBeGreaterThan(0)
    const { answered, mails } = await until(
      () => tasksOf(order),
      (tasks) => tasks.mails.length === 2,
    )
    expect(answered.length).toBe(1)
    for (const mail of mails) expect(mail).toBeGreaterThan(answered[0] ?? Number.NaN)
    const { rows } = await platform.equipment.database.pool.query('SELECT kind FROM mail WHERE order_id = $1', [order])
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['order_received', 'quotes_ready'])
  },
  60_000,
)
