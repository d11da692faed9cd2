import type { Calendar } from '#models/planning/calendar.ts'
import { type WorkCentreKind, workCentreKinds } from '#models/product/routing.ts'
import type { SeedResource } from './seed-factory.ts'

/** Part of a workshop that works the same hours. `people` are a name and what that person can serve; shares are thousandths of each shift. */
export type Team = {
  readonly calendar: Calendar
  readonly machines: Partial<Readonly<Record<WorkCentreKind, number>>>
  readonly people: readonly (readonly [name: string, ...serves: WorkCentreKind[]])[]
  readonly sharePermille: number
}

const machineNames: Partial<Readonly<Record<WorkCentreKind, string>>> = {
  saw: 'Panel saw',
  nesting: 'CNC router',
  'edge-banding': 'Edge bander',
  drilling: 'Drilling machine',
  sanding: 'Sander',
  finishing: 'Spray booth',
  'model-making': 'Printer',
  'mould-making': 'Plaster bench',
  casting: 'Casting bench',
  throwing: 'Wheel',
  kiln: 'Kiln',
  glazing: 'Glazing bench',
  'wax-printing': 'Wax printer',
  'burn-out': 'Burn-out oven',
  'metal-casting': 'Vacuum caster',
  polishing: 'Polishing motor',
  engraving: 'Laser',
}

/** The machines, numbered by kind, and the people of a factory. */
export function workshop(factory: string, ...teams: readonly Team[]): SeedResource[] {
  const resources: SeedResource[] = []
  const counts = new Map<WorkCentreKind, number>()
  for (const { calendar, machines, people, sharePermille } of teams) {
    for (const kind of workCentreKinds) {
      for (let left = machines[kind] ?? 0; left > 0; left--) {
        const number = (counts.get(kind) ?? 0) + 1
        counts.set(kind, number)
        const name = `${machineNames[kind] ?? kind} ${number}`
        const id = `${factory}/${kind}-${number}`
        resources.push({ id, name, kind: 'machine', workCentres: [kind], calendar, sharePermille })
      }
    }
    for (const [name, ...workCentres] of people) {
      const id = `${factory}/${name.toLowerCase().replaceAll(' ', '-')}`
      resources.push({ id, name, kind: 'person', workCentres, calendar, sharePermille })
    }
  }
  return resources
}
