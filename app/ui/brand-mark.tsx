import { DimensionLine } from './dimension-line.tsx'

/** The written name between its own ticks: measured, then made. `logo` replaces it where an installation has one. */
export function BrandMark({ name, logo }: { name: string; logo: string | null }) {
  if (logo) return <img src={logo} alt={name} className="h-8 w-auto" />
  return (
    <span className="inline-flex flex-col px-1">
      <span className="font-semibold text-lead leading-6 tracking-tight">{name}</span>
      <DimensionLine className="-mt-1 h-3 text-mat" />
    </span>
  )
}
