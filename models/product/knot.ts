import { CheapestFirst } from './cheapest-first.ts'
import {
  entriesOf,
  givenUp,
  isListOption,
  type ListOption,
  namedEntries,
  suggestedLengths,
  type Turned,
  turnedList,
} from './entries.ts'
import { countOfValues } from './nearby.ts'
import type { Option, Options } from './options.ts'
import type { Reach } from './reach.ts'
import type { Broken } from './rule.ts'
import type { Tried } from './ruled-out.ts'

export type Change = { readonly change: Options; readonly cost: number }

/** Entries of a list that are turned, and how far along all of them the walk is. */
type Turning = { readonly turned: Turned; readonly after: number }

/** Where a walk stands: the options before `at` are changed, the next to try is step `step` of its line, or a list with some entries turned. */
type Place = {
  readonly at: number
  readonly change: Options
  readonly tried: readonly Tried[]
  readonly spent: number
  readonly step: number
  readonly turning?: Turning
}

/** What passing over a step that is ruled out takes, in readings. */
const skip = 0.05

const domain = (option: Option) => (isListOption(option) ? Number.MAX_VALUE : countOfValues(option))

/**
 * Options that rules tie together, all of which are to change: searched for the cheapest change after which every rule that touches them
 * holds. Changes are tried by rising cost, so the first that works is the cheapest, and `bound` is a proof for all that were tried.
 */
export class Knot {
  found: Change | undefined
  readonly #reach: Reach
  readonly #all: number
  readonly #options: readonly Option[]
  readonly #numbers: readonly number[]
  /** by place: the options from it on as a mask, and the least that changing them can cost */
  readonly #open: readonly number[]
  readonly #least: readonly number[]
  /** by place: for a step that is ruled out, one further on up to which all are */
  readonly #skips: readonly Map<number, number>[]
  readonly #waiting = new CheapestFirst<Place>()

  /** `all` is a mask of the reach's options. */
  constructor(reach: Reach, all: number) {
    this.#reach = reach
    this.#all = all
    const members = [...reach.options.entries()]
      .filter(([index]) => (all & (1 << index)) !== 0)
      .sort(([, a], [, b]) => (domain(a) < domain(b) ? -1 : domain(a) > domain(b) ? 1 : 0))
    this.#options = members.map(([, option]) => option)
    this.#numbers = members.map(([index]) => index)
    const open = [0]
    const least = [0]
    for (const [index, option] of members.toReversed()) {
      const cheapest = isListOption(option) ? reach.leastTurn(option) : reach.line(index)?.at(0)?.cost
      open.unshift((open[0] ?? 0) | (1 << index))
      least.unshift((least[0] ?? 0) + (cheapest ?? Number.POSITIVE_INFINITY))
    }
    this.#skips = members.map(() => new Map())
    this.#open = open
    this.#least = least
    if (least[0] !== Number.POSITIVE_INFINITY) this.#put({ at: 0, change: {}, tried: [], spent: 0, step: 0 })
  }

  /** No change of these options that costs less than this has been left untried; Infinity once there is none at all. */
  get bound(): number {
    return this.found?.cost ?? this.#waiting.cost
  }

  /** Puts a place in its turn: at the cost of what is changed before it, of its own step, and the least that must follow. */
  #put(place: Place): void {
    const option = this.#options[place.at]
    const number = this.#numbers[place.at]
    if (option === undefined || number === undefined) return
    const around = place.spent + (this.#least[place.at + 1] ?? 0)
    if (isListOption(option)) {
      this.#waiting.put(
        around + this.#reach.costOfStep(option.key) * Math.max(1, place.turning?.turned.size ?? 1),
        place,
      )
      return
    }
    const line = this.#reach.line(number)
    const { ruledOut } = this.#reach
    for (let step = this.#live(place.at, number, place.step); ; step = this.#live(place.at, number, step + 1)) {
      const next = line?.at(step)
      if (next === undefined) return
      if (ruledOut.together(this.#all, place.tried, number, step)) {
        this.#reach.left -= skip
        continue
      }
      this.#waiting.put(around + next.cost, step === place.step ? place : { ...place, step })
      return
    }
  }

  /** The first step from this one on that is not ruled out by itself. */
  #live(at: number, number: number, from: number): number {
    const skips = this.#skips[at]
    let step = from
    for (;;) {
      const known = skips?.get(step)
      if (known !== undefined) step = known
      else if (this.#reach.ruledOut.alone(this.#all, number, step)) step += 1
      else break
    }
    if (step > from) skips?.set(from, step)
    return step
  }

  /** Tries the cheapest of what waits. */
  advance(): void {
    const place = this.#waiting.take()
    const option = place && this.#options[place.at]
    const number = place && this.#numbers[place.at]
    if (place === undefined || option === undefined || number === undefined) return
    if (isListOption(option)) {
      this.#turn(option, number, place)
      return
    }
    const step = this.#reach.line(number)?.at(place.step)
    if (step === undefined) return
    this.#put({ ...place, step: place.step + 1 })
    const tried = { option: number, step: place.step }
    const { ruledOut } = this.#reach
    if (ruledOut.alone(this.#all, number, place.step)) return
    if (ruledOut.together(this.#all, place.tried, number, place.step)) return
    const change = { ...place.change, [option.key]: step.value }
    const taken = [...place.tried, tried]
    if (this.#decided(place.at, change, taken).length === 0) this.#go(place.at, change, taken, place.spent + step.cost)
  }

  /** Rules of this knot that are broken after a change and that nothing after this place can mend. */
  #decided(at: number, change: Options, tried: readonly Tried[]): readonly Broken[] {
    return this.#decidedAmong(this.#reach.read(change, tried), at)
  }

  #decidedAmong(broken: readonly Broken[], at: number): readonly Broken[] {
    const reach = this.#reach
    const after = this.#open[at + 1] ?? 0
    return broken.filter((rule) => (reach.scope(rule) & this.#all) !== 0 && (reach.blamed(rule) & after) === 0)
  }

  /** What is changed so far has worked: on to the next option, or done. */
  #go(at: number, change: Options, tried: readonly Tried[], spent: number): void {
    if (at < this.#options.length - 1) this.#put({ at: at + 1, change, tried, spent, step: 0 })
    else this.found = { change, cost: spent }
  }

  /**
   * Entries of a list turned in every combination, fewest first. Entries that a rule names have to be turned, so only combinations with them
   * are gone on with.
   */
  #turn(option: ListOption, number: number, place: Place): void {
    const { turned, after } = place.turning ?? { turned: new Map<string, number>(), after: -1 }
    const { key } = option
    const start = this.#reach.around(option, place.change)
    const all = entriesOf(option, start)
    const value = turnedList(option, start, turned)
    const change = { ...place.change, [key]: value }
    const tried = [...place.tried, { option: number, step: -1 }]
    const broken = this.#reach.read(change, tried)
    const decided = this.#decidedAmong(broken, place.at)
    if (decided.some((rule) => (this.#reach.blamed(rule) & (1 << number)) === 0)) return
    const next = (more: readonly (readonly [string, number])[], from: number) =>
      this.#put({ ...place, turning: { turned: new Map([...turned, ...more]), after: from } })
    for (const suggestion of suggestedLengths(option, value, broken))
      if (!turned.has(suggestion[0])) next([suggestion], after)
    const named = namedEntries(option, value, decided)
    if (named.length > 0) {
      // A length may also become what a rule suggests once another is given up, so they go one at a time.
      const going = option.kind === 'lengths' ? named.slice(0, 1) : named
      if (named.every((entry) => !turned.has(entry) && all.indexOf(entry) > after))
        next(
          going.map((entry) => [entry, givenUp]),
          after,
        )
      return
    }
    if (decided.length === 0 && turned.size > 0) {
      this.#go(place.at, change, tried, place.spent + this.#reach.costOfStep(key) * turned.size)
      if (this.found !== undefined) return
    }
    // Where nothing is left that this list could mend, a change without it costs less.
    if (decided.length === 0 && place.at === this.#options.length - 1) return
    for (const [index, entry] of all.entries()) if (index > after && !turned.has(entry)) next([[entry, givenUp]], index)
  }
}
