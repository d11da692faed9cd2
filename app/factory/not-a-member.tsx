import { ButtonLink } from '../ui/button.tsx'
import { DimensionLine } from '../ui/dimension-line.tsx'
import { useWords } from '../words/reader.tsx'

/** For who is signed in and belongs to no factory. */
export function NotAMember({ who }: { who: string }) {
  const { say } = useWords()
  return (
    <div className="mat-grid flex flex-1 items-center justify-center px-4 py-16">
      <title>{say('factory.notMemberTitle')}</title>
      <div className="flex w-full max-w-lg flex-col items-start gap-5 border border-line bg-paper p-6 sm:p-10">
        <DimensionLine className="w-40 text-edge" />
        <h1 className="text-head">{say('factory.notMemberTitle')}</h1>
        <p className="text-soft">{say('factory.notMember', { who })}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink kind="primary" to="/">
            {say('frame.toHome')}
          </ButtonLink>
          <ButtonLink to="/sign-in?other=1&next=/factory">{say('factory.otherAccount')}</ButtonLink>
        </div>
      </div>
    </div>
  )
}
