import { useState } from 'react'
import { declineReasons } from '#models/order/decline-reasons.ts'
import { Button, buttonLook } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { ActForm } from './act-form.tsx'

const wordings = {
  decline: { open: 'factory.decline', send: 'factory.declineSend', what: 'factory.declineWhat' },
  refuse: { open: 'factory.giveBack', send: 'factory.giveBackSend', what: 'factory.giveBackWhat' },
} as const

/** Says no, with a reason from a short list and words where they help: to a request, or to a job that was won. */
export function DeclineForm({
  kind,
  object,
  action,
  onDone,
}: {
  kind: keyof typeof wordings
  object: { name: 'request' | 'job'; id: string }
  action: string
  onDone?: () => void
}) {
  const { say } = useWords()
  const [reason, setReason] = useState<string>('full')
  const { open, send, what } = wordings[kind]
  return (
    <details data-decline className="group">
      <summary className={buttonLook('plain')}>{say(open)}</summary>
      <ActForm
        id={`${kind}/${object.id}`}
        action={action}
        fields={{ act: kind, [object.name]: object.id }}
        {...(onDone ? { onDone } : {})}
        className="gap-4 pt-4"
      >
        {(sending) => (
          <>
            <p className="text-soft">{say(what)}</p>
            <ChoiceGroup
              legend={say('factory.declineTitle')}
              name="reason"
              value={reason}
              onChoose={setReason}
              choices={declineReasons.map((value) => ({ value, label: say(`factory.decline.${value}`) }))}
            />
            <TextField label={say('factory.declineWords')} mark={say('frame.optional')} name="words" maxLength={900} />
            <Button type="submit" kind="harm" pending={sending} className="self-start">
              {say(send)}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  )
}
