import { useState } from 'react'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { ChoiceGroup, Swatch } from '../ui/choice-group.tsx'
import { Dialog, Sheet } from '../ui/dialog.tsx'
import { DimensionLine } from '../ui/dimension-line.tsx'
import { Disclosure, DisclosureGroup } from '../ui/disclosure.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { Measure, Price, When } from '../ui/figures.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Slider } from '../ui/slider.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from '../words/reader.tsx'

/** Every part on one page, in each of its states, for developing: the words here are samples and not in a catalogue. */
export default function Parts() {
  const words = useWords()
  const show = useToast()
  const [width, setWidth] = useState(1200)
  const [material, setMaterial] = useState('birch')
  const [open, setOpen] = useState('size')
  const [tab, setTab] = useState('story')
  const [dialog, setDialog] = useState(false)
  const [sheet, setSheet] = useState(false)
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-14 px-4 py-10 sm:px-6">
      <section className="flex flex-col gap-3">
        <p className="text-hero">Things are measured, then made</p>
        <h1 className="text-head">Head 32: a shelf for a wall that is not straight</h1>
        <h2 className="text-title">Title 22: Foshan Lianhe is cutting</h2>
        <p className="text-lead">Lead 17: Due Thursday 14:00. On time.</p>
        <p>Body 15: 0123456789, six boards of birch plywood.</p>
        <p className="text-fine text-soft">Fine 13: hash 9f2c…</p>
        <DimensionLine className="max-w-md text-mat">
          <Measure mm={1200} className="text-fine" />
        </DimensionLine>
      </section>
      <section className="flex flex-wrap gap-3">
        <Button kind="primary" size="large">
          Ask factories
        </Button>
        <Button kind="primary" pending>
          Asking
        </Button>
        <Button>Plain</Button>
        <Button disabled>Disabled</Button>
        <Button kind="harm">Cancel order</Button>
        <ButtonLink to="/ui" kind="quiet">
          Quiet
        </ButtonLink>
        <Button onClick={() => show('Saved. The link is in your clipboard.')}>Toast</Button>
        <Button onClick={() => setDialog(true)}>Dialog</Button>
        <Button onClick={() => setSheet(true)}>Sheet</Button>
      </section>
      <section className="grid gap-8 md:grid-cols-2">
        <div className="flex flex-col gap-4">
          <NumberField
            label="Width"
            name="width"
            value={width}
            min={300}
            max={3600}
            step={1}
            unit="mm"
            onValue={setWidth}
          />
          <Slider
            label="Width"
            value={width}
            min={300}
            max={3600}
            step={10}
            text={words.mm(width)}
            onValue={setWidth}
          />
          <TextField
            label="E-mail"
            hint="For the link to your order"
            error="There is no @ in it"
            defaultValue="lena.example"
          />
          <SelectField label="Country">
            <option>Germany</option>
          </SelectField>
          <TextArea label="What is wrong" mark="optional" />
          <CheckBox label="Back panel" detail="Carries racking; the unit needs no braced bay." defaultChecked />
        </div>
        <div>
          <DisclosureGroup>
            {['size', 'material', 'extras'].map((key) => (
              <Disclosure
                key={key}
                title={key}
                summary={key === 'extras' ? 'Cannot be made as chosen' : 'Birch plywood, hardwax oil'}
                attention={key === 'extras'}
                open={open === key}
                onToggle={(is) => is && setOpen(key)}
              >
                <ChoiceGroup
                  legend="Material"
                  name={`material-${key}`}
                  value={material}
                  onChoose={setMaterial}
                  choices={[
                    { value: 'birch', label: 'Birch plywood', picture: <Swatch paint="#dcc294" /> },
                    { value: 'mfc', label: 'Melamine chipboard', picture: <Swatch paint="#e9e8e4" /> },
                    { value: 'mdf', label: 'Lacquered MDF', detail: '+ € 84', picture: <Swatch paint="#3f5a52" /> },
                    {
                      value: 'oak',
                      label: 'Oak veneer',
                      refused: 'Needs clear lacquer',
                      picture: <Swatch paint="#a97f4e" />,
                    },
                  ]}
                />
              </Disclosure>
            ))}
          </DisclosureGroup>
        </div>
      </section>
      <section className="flex flex-wrap gap-6">
        <StateWord shape="waiting">Waiting on factory</StateWord>
        <StateWord shape="moving">Cutting</StateWord>
        <StateWord shape="live">Live</StateWord>
        <StateWord shape="done">Delivered</StateWord>
        <StateWord shape="late">Late by 3 h</StateWord>
        <StateWord shape="stopped">Cancelled</StateWord>
      </section>
      <Table
        caption="Quotes"
        keyOf={(row) => row.name}
        isSelected={(row) => row.amount === 31250}
        rows={[
          { name: 'Brianza Pannelli', amount: 41980, at: '2026-12-10T12:00:00Z' },
          { name: 'Foshan Lianhe', amount: 31250, at: '2026-12-21T12:00:00Z' },
        ]}
        columns={[
          { key: 'name', title: 'Factory', isName: true, cell: (row) => row.name },
          { key: 'date', title: 'Delivered by', cell: (row) => <When at={row.at} as="day" /> },
          {
            key: 'price',
            title: 'Price',
            align: 'end',
            cell: (row) => <Price money={{ amount: row.amount, currency: 'EUR' }} />,
          },
        ]}
      />
      <Tabs
        label="Order"
        value={tab}
        onValue={setTab}
        tabs={[
          { key: 'story', label: 'Story', content: <SkeletonLines /> },
          { key: 'item', label: 'Item', content: 'The item' },
        ]}
      />
      <EmptyState title="No orders yet" action={<ButtonLink to="/">Shape something</ButtonLink>}>
        What you order appears here, with who is making it and when it is due.
      </EmptyState>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="Cancel this order"
        description="You get 312.50 back, all of it: nothing was cut yet."
        actions={
          <>
            <Button onClick={() => setDialog(false)}>Keep it</Button>
            <Button kind="harm" onClick={() => setDialog(false)}>
              Cancel order
            </Button>
          </>
        }
      >
        The money is on its way at once and on your card within five days.
      </Dialog>
      <Sheet open={sheet} onOpenChange={setSheet} title="How the price is made">
        <SkeletonLines lines={6} />
      </Sheet>
    </div>
  )
}
