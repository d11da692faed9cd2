import { Box, Clock, Cog, FileWarning, type LucideIcon, Pause, Play, Search, Users, Wrench, ZapOff } from 'lucide-react'
import { useState } from 'react'
import { type PauseReason, pauseReasons } from '#models/order/pause-reasons.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Button, buttonLook } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { ActForm } from './act-form.tsx'
import { jobCode } from './job-code.ts'
import { PhotoField } from './photo-field.tsx'
import type { Operation } from './portal-data.ts'
import type { Readiness } from './readiness.ts'

const icons: Readonly<Record<PauseReason, LucideIcon>> = {
  material: Box,
  machine: Cog,
  tool: Wrench,
  file: FileWarning,
  inspection: Search,
  power: ZapOff,
  other_customer: Users,
  shift_end: Clock,
}

/**
 * The one big button of an operation and, while it runs, the way to pause: for gloves, so nothing is under 56 px and each is a whole row.
 * Finishing asks once more, for a note and a photo.
 */
export function OperationButtons({
  job,
  operation,
  readiness,
  product,
  action,
}: {
  job: string
  operation: Operation
  readiness: Readiness
  product: Product
  /** the address its forms are posted to: the page they stand on */
  action: string
}) {
  const { say } = useWords()
  const named = { operation: sayOf(product.words, `operation.${operation.operation}`), code: jobCode(job) }
  const fields = { job, operation: operation.operation }
  const id = (act: string) => `${act}/${job}/${operation.operation}`
  switch (readiness.kind) {
    case 'ready':
    case 'paused': {
      const goesOn = readiness.kind === 'paused'
      return (
        <ActForm id={id('start')} action={action} product={product} fields={{ act: 'start', ...fields }}>
          {(sending) => (
            <Button
              type="submit"
              kind="primary"
              className="min-h-16! text-title!"
              pending={sending}
              icon={<Play aria-hidden="true" className="size-6 fill-current" />}
              aria-label={say(goesOn ? 'floor.resumeOf' : 'floor.startOf', named)}
            >
              {say(goesOn ? 'floor.resume' : 'floor.start')}
            </Button>
          )}
        </ActForm>
      )
    }
    case 'running':
      return (
        <div className="flex flex-col gap-2">
          <Finish id={id('finish')} named={named} fields={fields} product={product} action={action} />
          <PauseReasons id={id('pause')} fields={fields} product={product} action={action} />
        </div>
      )
    case 'drying':
    case 'waiting':
    case 'done':
      return null
  }
}

type Fields = { job: string; operation: string }

function Finish({
  id,
  named,
  fields,
  product,
  action,
}: {
  id: string
  named: { operation: string; code: string }
  fields: Fields
  product: Product
  action: string
}) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
      <summary
        aria-label={say('floor.finishOf', named)}
        className={`${buttonLook(isOpen ? 'plain' : 'primary')} min-h-16! w-full text-title!`}
      >
        {say('floor.finish')}
      </summary>
      <ActForm
        id={id}
        action={action}
        product={product}
        fields={{ act: 'finish', ...fields }}
        onDone={() => setOpen(false)}
        className="gap-4 border-line border-x border-b p-3"
      >
        {(sending) => (
          <>
            <PhotoField name="photo" />
            <TextArea
              label={say('floor.note')}
              mark={say('frame.optional')}
              hint={say('floor.noteHint')}
              name="note"
              rows={2}
              maxLength={1000}
            />
            <Button type="submit" kind="primary" className="min-h-16! text-title!" pending={sending}>
              {say('floor.finishNow')}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  )
}

function PauseReasons({
  id,
  fields,
  product,
  action,
}: {
  id: string
  fields: Fields
  product: Product
  action: string
}) {
  const { say } = useWords()
  return (
    <details className="group">
      <summary className={`${buttonLook('plain', 'large')} w-full`}>
        <Pause aria-hidden="true" className="size-5" />
        {say('floor.pause')}
      </summary>
      <ActForm id={id} action={action} product={product} fields={{ act: 'pause', ...fields }} className="pt-3">
        {(sending) => (
          <fieldset>
            <legend className="mb-2 font-semibold">{say('floor.pauseTitle')}</legend>
            <div className="grid grid-cols-2 gap-2">
              {pauseReasons.map((reason) => {
                const Icon = icons[reason]
                return (
                  <Button
                    key={reason}
                    type="submit"
                    name="reason"
                    value={reason}
                    aria-disabled={sending || undefined}
                    className="min-h-14 justify-start! px-3! text-left leading-tight"
                    icon={<Icon aria-hidden="true" className="size-5 shrink-0" />}
                  >
                    {say(`floor.pause.${reason}`)}
                  </Button>
                )
              })}
            </div>
          </fieldset>
        )}
      </ActForm>
    </details>
  )
}
