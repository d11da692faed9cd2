import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/reader.tsx'

/** For a job that is not with this factory. */
export function UnknownJob() {
  const { say } = useWords()
  return (
    <div className="px-4 py-8 sm:px-6">
      <EmptyState
        title={say('factory.unknownTitle')}
        action={<ButtonLink to="/factory">{say('factory.toInbox')}</ButtonLink>}
      >
        {say('factory.unknown')}
      </EmptyState>
    </div>
  )
}
