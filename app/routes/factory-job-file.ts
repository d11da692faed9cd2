import { factoryOr } from '#app/api/portal-gate.ts'
import { refusalIn } from '#app/api/refusals.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { jobCode } from '../factory/job-code.ts'
import type { Route } from './+types/factory-job-file.ts'

const kinds: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
}

/** One file of a job's manufacturing pack, named so that nobody cuts another job by it. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  await factoryOr(context, request)
  try {
    const { files } = await context.api.jobs.pack({ job: params.job })
    const file = files.find(({ path }) => path === params.file)
    if (file === undefined) return new Response(null, { status: 404 })
    const name = `${jobCode(params.job).replace(' ', '')}-${file.path}`
    return new Response(file.text, {
      headers: {
        'content-type': kinds[file.path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    return new Response(null, { status: refusalStatus[refusal.code] })
  }
}
