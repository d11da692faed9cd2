import { ArrowLeft, Printer } from 'lucide-react'
import { Link } from 'react-router'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { jobCode } from './job-code.ts'
import type { JobDetail } from './portal-data.ts'
import { Cartons } from './shipping.tsx'
import { useMake } from './use-make.ts'

/** The packing list on one sheet: what goes into which carton, and where they go. Made for paper. */
export function PackingList({ job, factory }: { job: JobDetail; factory: string }) {
  const { say } = useWords()
  const { product, make, what } = useMake(job)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 pt-2 pb-12 sm:px-6">
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <Link
          to={`/factory/jobs/${job.job}`}
          className="-ml-1 flex min-h-11 items-center gap-2 text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
          {say('floor.jobTitle', { code: jobCode(job.job) })}
        </Link>
        <Button
          className="needs-script"
          icon={<Printer aria-hidden="true" className="size-5" />}
          onClick={() => window.print()}
        >
          {say('floor.print')}
        </Button>
      </div>
      <header className="flex flex-col gap-1">
        <p className="text-soft">{factory}</p>
        <h1 className="text-head">
          {say('floor.packingList')}, {jobCode(job.job)}
        </h1>
        <p>{what}</p>
        <p className="break-all font-mono text-fine">{job.hash}</p>
      </header>
      <Cartons job={job} make={make} product={product} isPaper />
    </div>
  )
}
