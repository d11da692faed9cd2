import clsx from 'clsx'
import { DoorOpen, Redo2, Ruler, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Form } from 'react-router'
import { servedCountries } from '#models/money/tax.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { keepHere } from '../preferences/keep-here.ts'
import { Button } from '../ui/button.tsx'
import { CountryField } from '../ui/country-field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { useWords } from '../words/reader.tsx'
import { DeliveryDate } from './delivery-date.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { type NewerVersion, NewerVersionNote } from './newer-version.tsx'
import { OptionsPanel } from './options-panel.tsx'
import { PriceFooter } from './price-footer.tsx'
import type { Given } from './reading.ts'
import { CopyLink, SaveWord } from './save-state.tsx'
import { Stage, type StageView } from './stage.tsx'
import { useAbout } from './use-about.ts'
import { useConfiguration } from './use-configuration.ts'
import { useGoOn } from './use-go-on.ts'
import { useHistoryKeys } from './use-history-keys.ts'
import { useSaidAloud } from './use-said-aloud.ts'
import { useSaving } from './use-saving.ts'

/**
 * Shape a product: a form first, and a view of it. Without a script the form fetches the page again with its choices;
 * with one, price, checks, drawing and solid follow each change at once.
 */
export function Customizer({
  product,
  start,
  startCountry,
  about,
  design,
  newer,
  action,
}: {
  product: Product
  start: Given
  startCountry: string
  /** what the server found as the date for the page it drew, epoch ms */
  about: number | undefined
  /** the id of the design that is changed; without one the first change makes it */
  design?: string | undefined
  /** the newer version of the product that the design may be taken over to */
  newer?: NewerVersion | undefined
  /** the address of this page: its form is fetched from there, and posted there to go on */
  action: string
}) {
  const { say } = useWords()
  const [country, setCountry] = useState(startCountry)
  const [opened, setOpened] = useState(false)
  const [view, setView] = useState<StageView>('3d')
  const form = useRef<HTMLFormElement>(null)
  const configuration = useConfiguration(product, start, country)
  const date = useAbout(configuration.make, country, about)
  const saving = useSaving(product, configuration, design)
  const goOn = useGoOn(saving)
  const { price, hash, valid, changes, undone, undo, redo } = configuration

  const hasDoors = configuration.make.parts.some((part) => part.hinge !== undefined)
  useSaidAloud(product, configuration, date)
  useHistoryKeys(undo, redo)

  return (
    <Form
      ref={form}
      method="get"
      action={action}
      onSubmit={goOn}
      noValidate
      // A browser that fills in what stood here before a reload would undo what was changed elsewhere meanwhile.
      autoComplete="off"
      data-price={price.amount}
      data-currency={price.currency}
      data-hash={hash}
      data-valid={valid}
      className="flex min-h-0 flex-1 flex-col md:grid md:h-[calc(100dvh-4rem)] md:flex-none md:grid-rows-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_380px]"
    >
      {saving.id && <input type="hidden" name="design" value={saving.id} />}
      <section
        aria-label={say('product.canvas')}
        className="sticky top-0 z-10 h-[45dvh] border-line max-md:border-b md:static md:h-auto md:border-r"
      >
        <Stage product={product} reading={configuration} view={view} opened={opened}>
          <div className="pointer-events-none absolute inset-x-4 top-3 flex items-start justify-between gap-3 md:inset-x-6 md:top-5">
            <div className="halo">
              <h1 className="text-title md:text-head">{sayOf(product.words, 'product.name')}</h1>
              <p className="hidden max-w-sm text-soft lg:block">
                <span className="-mx-1 rounded box-decoration-clone bg-ground/80 px-1">
                  {sayOf(product.words, 'product.line')}
                </span>
              </p>
              <p className={clsx('needs-script mt-1', saving.state === 'untouched' && 'hidden')}>
                <SaveWord state={saving.state} />
              </p>
            </div>
            <div className="needs-script pointer-events-auto flex flex-wrap items-center justify-end gap-2">
              <span className="flex rounded bg-ground/70 max-md:-mr-2">
                {view === '3d' && hasDoors && (
                  <IconButton
                    label={say('product.openDoors')}
                    aria-pressed={opened}
                    className="aria-pressed:shadow-[inset_0_-3px_0_var(--mark)]"
                    onClick={() => setOpened(!opened)}
                  >
                    <DoorOpen className="size-5" aria-hidden="true" />
                  </IconButton>
                )}
                <CopyLink saving={saving} />
                <IconButton
                  label={say('product.viewDrawing')}
                  aria-pressed={view === 'drawing'}
                  className="aria-pressed:shadow-[inset_0_-3px_0_var(--mark)] md:hidden"
                  onClick={() => setView(view === '3d' ? 'drawing' : '3d')}
                >
                  <Ruler className="size-5" aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={say('product.undo')}
                  aria-disabled={changes === 0}
                  onClick={changes === 0 ? undefined : undo}
                >
                  <Undo2 className="size-5" aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={say('product.redo')}
                  aria-disabled={undone === 0}
                  onClick={undone === 0 ? undefined : redo}
                >
                  <Redo2 className="size-5" aria-hidden="true" />
                </IconButton>
              </span>
            </div>
          </div>
          <div className="needs-script absolute right-6 bottom-5 hidden md:block">
            <Segments
              label={say('product.viewKind')}
              value={view}
              onValue={setView}
              choices={[
                { value: '3d', label: say('product.view3d') },
                { value: 'drawing', label: say('product.viewDrawing') },
              ]}
            />
          </div>
        </Stage>
      </section>
      <section aria-label={say('product.form')} className="flex min-h-0 min-w-0 flex-col bg-paper">
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-2 pb-52 sm:px-5 md:pb-12">
          <noscript>
            <Button type="submit" className="my-3 w-full">
              {say('product.update')}
            </Button>
          </noscript>
          {newer && <NewerVersionNote offer={newer} isAsTold={configuration.revision === 0} />}
          <OptionsPanel product={product} configuration={configuration} />
          <CountryField
            label={say('product.country')}
            name="country"
            countries={servedCountries}
            value={country}
            onChange={(event) => {
              setCountry(event.target.value)
              keepHere({ country: event.target.value })
            }}
            fieldClassName="mt-6"
          />
          <Elsewhere product={product} configuration={configuration} />
        </div>
        <div className="z-20 max-md:fixed max-md:inset-x-0 max-md:bottom-0">
          <PriceFooter
            product={product}
            reading={configuration}
            country={country}
            change={configuration.change}
            date={<DeliveryDate about={date} />}
            action={
              <Button
                kind="primary"
                size="large"
                className="max-md:px-4"
                type="submit"
                formMethod="post"
                aria-disabled={!valid}
                onClick={(event) => {
                  if (valid) return
                  event.preventDefault()
                  const place = form.current?.querySelector('[data-refusal]')
                  place?.scrollIntoView({ block: 'center' })
                  place?.querySelector('button')?.focus()
                }}
              >
                {say(valid ? 'product.order' : 'product.notYet')}
              </Button>
            }
          />
        </div>
      </section>
    </Form>
  )
}
