import { lazy, Suspense, useEffect, useState } from 'react'
import type { Make } from '#models/product/make.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { DrawingView } from '../customizer/drawing-view.tsx'
import { canShow3d } from '../customizer/show-3d.ts'
import { Segments } from '../ui/segments.tsx'
import { useWords } from '../words/reader.tsx'
import type { JobDetail } from './portal-data.ts'
import { MakeFacts } from './request-pane.tsx'
import { SpecificationLists } from './specification-lists.tsx'

const Scene = lazy(() => import('../customizer/scene/scene.tsx'))

/** Files of every pack; all others come with the archive. */
const files = [
  'pack.zip',
  'specification-sheet.pdf',
  'specification.json',
  'bill-of-materials.csv',
  'routing.csv',
  'packing-list.csv',
  'drawing.svg',
] as const

/** What a product cut from sheets has besides. */
const filesFromSheets = [
  'cut-list.csv',
  'cutting-plan.pdf',
  'stickers-a4.pdf',
  'stickers-100x50.pdf',
  'assembly-booklet.pdf',
  'nesting.json',
  'drilling.csv',
] as const

/** What a product formed of clay has besides. Those that are larger by the maker's shrinkage say so in their names, and come with the archive. */
const filesFromClay = ['fired-shape.stl', 'fired-shape.3mf', 'glaze-card.pdf'] as const

/** What is made: drawing or solid, the hash, the files to make it from, and the lists. */
export function JobSpecification({
  job,
  make,
  product,
  what,
}: {
  job: JobDetail
  make: Make
  product: Product
  what: string
}) {
  const { say } = useWords()
  const isFormed = make.parts.some(({ solid }) => solid !== undefined)
  const more = product.sheets !== undefined ? filesFromSheets : isFormed ? filesFromClay : []
  return (
    <section aria-labelledby="spec" className="flex flex-col gap-5">
      <h2 id="spec" className="border-ink border-b pb-1.5 text-lead">
        {say('floor.spec')}
      </h2>
      <View make={make} what={what} />
      <MakeFacts make={make} quantity={job.quantity} country={job.country} dates={[]} />
      <p className="text-fine text-soft">
        <span className="block break-all font-mono text-ink">{job.hash}</span>
        {say('floor.hashWhat')}
      </p>
      {make.notes.length > 0 && (
        <div>
          <h3 className="font-semibold">{say('floor.notes')}</h3>
          <ul className="list-disc pl-5">
            {make.notes.map((note) => (
              <li key={note.code}>{sayOf(product.words, `note.${note.code}`, note.values)}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3 className="font-semibold">{say('floor.files')}</h3>
        <ul className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
          {[...files, ...more].map((file) => (
            <li key={file}>
              <a
                href={`/factory/jobs/${job.job}/files/${file}`}
                download
                className="flex min-h-11 items-center font-medium text-mat-strong underline underline-offset-4"
              >
                {say(`floor.file.${file}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <SpecificationLists product={product} make={make} quantity={job.quantity} />
    </section>
  )
}

/** The drawing; the solid on demand, as it is heavy and a drawing is what one cuts by. */
function View({ make, what }: { make: Make; what: string }) {
  const { say } = useWords()
  const [view, setView] = useState<'drawing' | '3d'>('drawing')
  const [can, setCan] = useState(false)
  useEffect(() => setCan(canShow3d()), [])
  const drawing = (
    <div className="absolute inset-x-3 inset-y-2">
      <DrawingView make={make} label={what} />
    </div>
  )
  return (
    <div className="flex flex-col gap-2">
      <div className="relative h-80 overflow-hidden border border-line bg-ground">
        {view === 'drawing' ? (
          drawing
        ) : (
          <Suspense fallback={<p className="p-4 text-soft">{say('floor.loading3d')}</p>}>
            <Scene
              make={make}
              label={say('product.canvasLabel', { what })}
              opened={false}
              onDrawn={() => {}}
              onLost={() => {
                setView('drawing')
                setCan(false)
              }}
            />
          </Suspense>
        )}
      </div>
      {can && (
        <div className="flex">
          <Segments
            label={say('floor.viewKind')}
            value={view}
            onValue={setView}
            choices={[
              { value: 'drawing', label: say('floor.drawing') },
              { value: '3d', label: say('floor.solid') },
            ]}
          />
        </div>
      )}
    </div>
  )
}
