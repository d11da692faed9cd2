import { Field, inputLook, TextArea } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { ActButton, ActForm } from './act-form.tsx'
import { useOrderScene } from './order-scene.tsx'
import { reportLimits } from './report-limits.ts'

/** A problem in words and photos. A plain multipart form: a phone’s camera and no script are enough. */
export function ReportForm() {
  const { failure } = useOrderScene()
  const { say } = useWords()
  const failed = failure?.act === 'report' ? failure : undefined
  return (
    <ActForm act="report" withFiles className="flex max-w-xl flex-col gap-4 pt-2 pb-4">
      <p className="text-soft">{say('order.reportWhat')}</p>
      <TextArea
        label={say('order.reportWords')}
        hint={say('order.reportWordsHint')}
        name="words"
        required
        maxLength={reportLimits.words}
        defaultValue={failed?.typed}
        error={failed?.field === 'words' ? failed.words : undefined}
      />
      <Field
        label={say('order.reportPhotos')}
        mark={say('frame.optional')}
        hint={say('order.reportPhotosHint', { most: reportLimits.photos })}
        error={failed?.field === 'photos' ? failed.words : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            name="photos"
            multiple
            accept="image/jpeg,image/png,image/webp,image/avif"
            className={`${inputLook} py-2.5`}
          />
        )}
      </Field>
      <div className="grid sm:justify-start">
        <ActButton act="report" kind="harm">
          {say('order.reportSend')}
        </ActButton>
      </div>
    </ActForm>
  )
}
