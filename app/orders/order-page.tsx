import { WifiOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useNavigation } from 'react-router'
import { useWords } from '../words/reader.tsx'
import { CancelPanel } from './cancel-panel.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { ItemPanel } from './item-panel.tsx'
import { NeedsPanel } from './needs-panel.tsx'
import { type OrderScene, OrderSceneProvider } from './order-scene.tsx'
import { PapersPanel } from './papers-panel.tsx'
import './print.css'
import { ReportPanel } from './report-panel.tsx'
import { ShopClockProvider } from './shop-clock.tsx'
import { Story } from './story.tsx'
import { useOrderLive } from './use-order-live.ts'
import { WayPanel } from './way-panel.tsx'
import { WorkList } from './work-list.tsx'

/** One order: its clock on top, a column to read, a column to see. `cursor` is where in the order of events it was read. */
export function OrderPage({ scene, cursor }: { scene: OrderScene; cursor: string }) {
  const { order } = scene
  const heading = useRef<HTMLHeadingElement>(null)
  const trouble = useRef<HTMLDivElement>(null)
  const isLost = useOrderLive(scene, cursor)
  useFocusAfterAct(scene, heading, trouble)
  const price = order.quote?.price ?? order.shown.price
  return (
    <OrderSceneProvider scene={scene}>
      <ShopClockProvider now={Date.parse(order.now)} speed={order.speed}>
        <div
          className="order-page mx-auto flex w-full max-w-7xl flex-col gap-10 px-4 py-6 sm:px-6 md:py-10"
          data-order={order.order}
          data-stage={order.stage}
          data-waiting-on={order.waitingOn}
          data-price={price.amount}
          data-currency={price.currency}
          data-hash={order.hash}
        >
          <LostLine isLost={isLost} at={Date.parse(order.now)} />
          {scene.failure && <Trouble words={scene.failure.words} box={trouble} />}
          <ClockPanel heading={heading} />
          <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:grid-rows-[auto_1fr]">
            <div className="flex min-w-0 flex-col gap-12">
              <NeedsPanel />
              <ReportPanel />
              <WayPanel />
              <WorkList />
            </div>
            <Story />
            <aside className="flex min-w-0 flex-col gap-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">
              <ItemPanel />
              <PapersPanel />
              <CancelPanel />
            </aside>
          </div>
        </div>
      </ShopClockProvider>
    </OrderSceneProvider>
  )
}

/** Says how old the page is while nothing new can come. */
function LostLine({ isLost, at }: { isLost: boolean; at: number }) {
  const { say } = useWords()
  return (
    <div role="status" className={isLost ? 'no-print' : 'hidden'}>
      {isLost && (
        <p className="flex items-center gap-2 bg-mark px-4 py-2.5 font-medium text-on-mark">
          <WifiOff aria-hidden="true" className="size-5 shrink-0" />
          {say('order.offline', { at })}
        </p>
      )}
    </div>
  )
}

/** What did not work, before anything else. */
function Trouble({ words, box }: { words: string; box: React.RefObject<HTMLDivElement | null> }) {
  const { say } = useWords()
  return (
    <div ref={box} tabIndex={-1} role="alert" className="border-harm border-l-4 bg-harm-tint px-4 py-3 outline-none">
      <p className="font-semibold">{say('order.failed')}</p>
      <p>{words}</p>
    </div>
  )
}

/** After an act the eye and the focus go where the answer is: to the clock, or to what went wrong. */
function useFocusAfterAct(
  scene: OrderScene,
  heading: React.RefObject<HTMLElement | null>,
  trouble: React.RefObject<HTMLElement | null>,
): void {
  const { state, formMethod } = useNavigation()
  const acting = useRef(false)
  useEffect(() => {
    if (state !== 'idle') {
      if (formMethod === 'POST') acting.current = true
      return
    }
    if (!acting.current) return
    acting.current = false
    const target = scene.failure === undefined ? heading.current : trouble.current
    target?.focus()
  }, [state, formMethod, scene.failure, heading, trouble])
}
