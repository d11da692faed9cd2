import { type ReactNode, useEffect, useRef } from 'react'
import { Form, useNavigation } from 'react-router'
import { Button } from '../ui/button.tsx'
import { DimensionLine } from '../ui/dimension-line.tsx'
import { ErrorLine } from '../ui/field.tsx'

/** The one shape of all account pages: a plate on the mat, a few fields, one action. */
export function AccountForm({
  title,
  intro,
  trouble,
  done,
  submit,
  children,
  below,
}: {
  title: string
  intro?: ReactNode
  /** why it did not work */
  trouble?: string | undefined
  /** what has happened, in place of the fields */
  done?: ReactNode
  submit: string
  children: ReactNode
  below?: ReactNode
}) {
  const isGoing = useNavigation().state !== 'idle'
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (trouble) box.current?.focus()
  }, [trouble])
  return (
    <div className="mat-grid -mb-24 flex flex-1 justify-center px-4 py-10 sm:py-20">
      <div className="flex h-fit w-full max-w-md flex-col gap-6 border border-line bg-paper p-6 sm:p-9">
        <div>
          <DimensionLine className="w-24 text-mat" />
          <h1 className="mt-3 text-head">{title}</h1>
          {intro && <p className="mt-2 text-soft">{intro}</p>}
        </div>
        {done ? (
          <div role="status">{done}</div>
        ) : (
          <Form method="post" className="flex flex-col gap-5">
            {trouble && (
              <div
                ref={box}
                tabIndex={-1}
                role="alert"
                className="border-harm border-l-4 bg-harm-tint px-4 py-3 outline-none"
              >
                <ErrorLine>{trouble}</ErrorLine>
              </div>
            )}
            {children}
            <Button kind="primary" size="large" type="submit" pending={isGoing}>
              {submit}
            </Button>
          </Form>
        )}
        {below && <div className="flex flex-wrap gap-x-6 text-fine">{below}</div>}
      </div>
    </div>
  )
}
