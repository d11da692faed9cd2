const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How a simulated factory behaves: `quick` answers and works ahead, `steady` keeps to the plan, `slow` uses what a deadline allows.
 * `eager` has nothing else to do: it answers at once, never says no and begins the next working day. `instant` is no person: whatever is
 * allowed happens at once, for measuring the platform.
 */
export type Temper = 'quick' | 'steady' | 'slow' | 'eager' | 'instant'

/** The figures behind a temper. Shares are parts of a whole, from 0 to 1; times are business ms. */
export type Habits = {
  /** of a hand round's time, when a request is answered: between these two shares */
  readonly answers: readonly [number, number]
  /** of the time for accepting a job */
  readonly accepts: readonly [number, number]
  /** how often a request is declined, and a won job given back */
  readonly declines: number
  readonly refuses: number
  /** how long before its planned time an operation may begin when all it needs is there; `anytime`: even when nobody is at work */
  readonly ahead: number
  readonly anytime: boolean
  /** how long after its planned time an operation begins, at most */
  readonly late: number
  /** the time an operation takes, in parts of the planned time: between these two */
  readonly pace: readonly [number, number]
  /** how often an operation is interrupted, and for how long at most */
  readonly pauses: number
  readonly pause: number
  /** how long cartons stand before they are handed over, at most */
  readonly dispatch: number
  /** of the operations, how many end with a photo; the last check always does */
  readonly photos: number
}

const habits: Readonly<Record<Temper, Habits>> = {
  quick: {
    answers: [0.02, 0.15],
    accepts: [0.01, 0.06],
    declines: 0.05,
    refuses: 0.01,
    ahead: 7 * day,
    anytime: false,
    late: 0,
    pace: [0.85, 1],
    pauses: 0.04,
    pause: 25 * minute,
    dispatch: hour,
    photos: 0.7,
  },
  steady: {
    answers: [0.1, 0.45],
    accepts: [0.05, 0.3],
    declines: 0.12,
    refuses: 0.02,
    ahead: 0,
    anytime: false,
    late: 10 * minute,
    pace: [0.95, 1.02],
    pauses: 0.08,
    pause: 45 * minute,
    dispatch: 3 * hour,
    photos: 0.5,
  },
  slow: {
    answers: [0.5, 0.9],
    accepts: [0.35, 0.8],
    declines: 0.2,
    refuses: 0.05,
    ahead: 0,
    anytime: false,
    late: 3 * hour,
    pace: [1, 1.15],
    pauses: 0.15,
    pause: 90 * minute,
    dispatch: 8 * hour,
    photos: 0.35,
  },
  eager: {
    answers: [0, 0.02],
    accepts: [0, 0.02],
    declines: 0,
    refuses: 0,
    ahead: 365 * day,
    anytime: false,
    late: 0,
    pace: [0.9, 1],
    pauses: 0,
    pause: 0,
    dispatch: hour,
    photos: 0.8,
  },
  instant: {
    answers: [0, 0],
    accepts: [0, 0],
    declines: 0,
    refuses: 0,
    ahead: Number.POSITIVE_INFINITY,
    anytime: true,
    late: 0,
    pace: [0, 0],
    pauses: 0,
    pause: 0,
    dispatch: 0,
    photos: 0,
  },
}

export const habitsOf = (temper: Temper): Habits => habits[temper]
