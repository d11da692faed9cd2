import { uncarried } from '#app/api/job-pack.ts'
import { factoryOr } from '#app/api/portal-gate.ts'
import { refusalIn } from '#app/api/refusals.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { zip } from '#services/zip.ts'
import { jobCode } from '../factory/job-code.ts'
import type { Route } from './+types/factory-job-file.ts'

const kinds: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  dxf: 'image/vnd.dxf',
  stl: 'model/stl',
  '3mf': 'model/3mf',
  pdf: 'application/pdf',
  zip: 'application/zip',
}

/** The whole pack in one archive. */
const everything = 'pack.zip'

/** One file of a job's manufacturing pack, or all of them, named so that nobody cuts another job by it. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  await factoryOr(context, request)
  const name = `${jobCode(params.job).replace(' ', '')}-${params.file}`
  const answer = (content: string | Uint8Array) =>
    new Response(typeof content === 'string' ? content : new Uint8Array(content), {
      headers: {
        'content-type': kinds[params.file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  try {
    if (params.file === everything) {
      const { files } = await context.api.jobs.pack({ job: params.job })
      return answer(zip(files.map((file) => ({ path: file.path, content: uncarried(file) }))))
    }
    const { file } = await context.api.jobs.file({ job: params.job, path: params.file })
    return file === null ? new Response(null, { status: 404 }) : answer(uncarried(file))
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    return new Response(null, { status: refusalStatus[refusal.code] })
  }
}
