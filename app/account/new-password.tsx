import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'

/** Where a password is chosen: the same rules wherever one is. */
export function NewPassword({ label }: { label: string }) {
  const { say } = useWords()
  return (
    <TextField
      label={label}
      hint={say('account.passwordHint')}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={10}
      maxLength={200}
    />
  )
}
