import type { ReactNode } from 'react'
import { Form, useNavigation } from 'react-router'
import { Button, type ButtonKind, type ButtonSize } from '../ui/button.tsx'
import { orderPath } from './order-link.ts'
import { useOrderScene } from './order-scene.tsx'

/** A form that acts on the order: one hidden word says what. It is an ordinary form, so it works before any script. */
export function ActForm({
  act,
  values = {},
  withFiles = false,
  className,
  children,
}: {
  act: string
  values?: Readonly<Record<string, string>>
  withFiles?: boolean
  className?: string
  children: ReactNode
}) {
  const { order, orderKey } = useOrderScene()
  return (
    <Form
      method="post"
      action={orderPath(order.order, orderKey)}
      preventScrollReset
      {...(withFiles ? { encType: 'multipart/form-data' } : {})}
      {...(className === undefined ? {} : { className })}
    >
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
}

/** The button of an act; while it is under way it says so and keeps its place. `mark` tells forms of one act apart. */
export function ActButton({
  act,
  mark,
  kind = 'plain',
  size = 'normal',
  className,
  children,
}: {
  act: string
  mark?: { name: string; value: string }
  kind?: ButtonKind
  size?: ButtonSize
  className?: string
  children: ReactNode
}) {
  const { formData } = useNavigation()
  const pending = formData?.get('act') === act && (mark === undefined || formData.get(mark.name) === mark.value)
  return (
    <Button type="submit" kind={kind} size={size} pending={pending} {...(className === undefined ? {} : { className })}>
      {children}
    </Button>
  )
}
