import { withdrawalRight } from '#models/product/withdrawal.ts'
import { optionName } from '../customizer/wording.ts'
import { useWords } from '../words/reader.tsx'
import { ActButton, ActForm } from './act-form.tsx'
import { Fold } from './fold.tsx'
import { useOrderScene } from './order-scene.tsx'
import { ReportForm } from './report-form.tsx'

/** After delivery: all is good, or something is wrong, or it is sent back where the law gives that right. */
export function LookPanel() {
  const { order, failure } = useOrderScene()
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-title">{say('order.lookTitle')}</h2>
      {order.dueAt !== null && <p>{say('order.look', { due: order.dueAt })}</p>}
      <ActForm act="confirm" className="no-print grid sm:justify-start">
        <ActButton act="confirm" kind="primary" size="large">
          {say('order.allGood')}
        </ActButton>
      </ActForm>
      <p className="text-fine text-soft">{say('order.lookWhat')}</p>
      <div className="no-print border-line border-y">
        <Fold title={say('order.report')} open={failure?.act === 'report'}>
          <ReportForm />
        </Fold>
        <Fold title={say('order.withdraw')}>
          <Withdraw />
        </Fold>
      </div>
    </div>
  )
}

/** Directive 2011/83/EU art. 11a: where the right exists, withdrawing takes two steps on the page, the second confirming. */
function Withdraw() {
  const { product, options } = useOrderScene()
  const { say, list } = useWords()
  const { right, because } = withdrawalRight(product.options, options)
  if (right === 'none')
    return (
      <p className="max-w-xl pb-4 text-soft">
        {say('order.withdrawNone', { because: list(because.map((key) => optionName(product, key))) })}
      </p>
    )
  return (
    <ActForm
      act="report"
      values={{ words: say('order.withdrawWords') }}
      withFiles
      className="flex max-w-xl flex-col items-start gap-4 pb-4"
    >
      <p className="text-soft">{say('order.withdrawWhat')}</p>
      <ActButton act="report" kind="harm">
        {say('order.withdrawConfirm')}
      </ActButton>
    </ActForm>
  )
}
