/** A value tried for an option: the option's place among those that rules name, and which step of its line it is; -1 for cells. */
export type Tried = { readonly option: number; readonly step: number }

/** Masks have a bit for each option. */
export const mostOptions = 31

/** Steps beyond are not learnt about. */
const mostSteps = 2 ** 16

/** Masks known for one name: most often a single one. */
type Known = Map<number, number | number[]>

/**
 * What the readings of one search have ruled out: values of one or two options, each with the options that would have to change as well.
 * A broken rule rules out more than one configuration: all that agree with it in the options of which one must change.
 */
export class RuledOut {
  readonly #one: Known = new Map()
  readonly #two: Known = new Map()

  /** Learns that nothing can be made that agrees in the options of the mask `blamed` with a change, or with the start where that changes nothing. */
  learn(change: readonly Tried[], blamed: number): void {
    let first: Tried | undefined
    let second: Tried | undefined
    for (const tried of change) {
      if ((blamed & (1 << tried.option)) === 0) continue
      if (second !== undefined || tried.step < 0 || tried.step >= mostSteps) return
      if (first === undefined) first = tried
      else second = tried
    }
    if (first === undefined) return
    if (second === undefined) add(this.#one, nameOf(first.option, first.step), blamed)
    else add(this.#two, pairOf(first.option, first.step, second.option, second.step), blamed)
  }

  /** Whether a value is known not to do, whatever the other options of the mask `changing` are changed to. */
  alone(changing: number, option: number, step: number): boolean {
    return matches(this.#one.get(nameOf(option, step)), changing, 1 << option)
  }

  /** Whether it is known not to do together with one of those changed before it. */
  together(changing: number, change: readonly Tried[], option: number, step: number): boolean {
    if (this.#two.size === 0) return false
    for (const other of change) {
      const both = (1 << other.option) | (1 << option)
      if (matches(this.#two.get(pairOf(other.option, other.step, option, step)), changing, both)) return true
    }
    return false
  }
}

const nameOf = (option: number, step: number): number => option * mostSteps + step

function pairOf(option: number, step: number, other: number, itsStep: number): number {
  return option < other
    ? nameOf(option, step) * mostOptions * mostSteps + nameOf(other, itsStep)
    : nameOf(other, itsStep) * mostOptions * mostSteps + nameOf(option, step)
}

function add(known: Known, name: number, mask: number): void {
  const masks = known.get(name)
  if (masks === undefined) known.set(name, mask)
  else if (typeof masks === 'number') {
    if (masks !== mask) known.set(name, [masks, mask])
  } else if (!masks.includes(mask)) masks.push(mask)
}

function matches(masks: number | readonly number[] | undefined, changing: number, own: number): boolean {
  if (masks === undefined) return false
  if (typeof masks === 'number') return (masks & changing) === own
  return masks.some((mask) => (mask & changing) === own)
}
