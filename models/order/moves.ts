import type { Stage } from './stages.ts'

/** Everything that can happen to an order's stage, named by the fact. */
export type Move =
  | 'quoted'
  | 'lapsed'
  | 'asked_again'
  | 'picked'
  | 'authorised'
  | 'accepted'
  | 'refused'
  | 'capture_failed'
  | 'started'
  | 'handed_over'
  | 'delivered'
  | 'approved'
  | 'cancelled'
  | 'refunded'

/**
 * The one table of an order's moves: a stage and a fact give the next stage; what is missing is illegal.
 * `lapsed` is a deadline that passed unanswered.
 */
const table: Readonly<Record<Stage, Partial<Readonly<Record<Move, Stage>>>>> = {
  quoting: { quoted: 'offered', lapsed: 'expired', cancelled: 'cancelled' },
  offered: {
    quoted: 'offered',
    picked: 'awaiting_payment',
    asked_again: 'quoting',
    lapsed: 'expired',
    cancelled: 'cancelled',
  },
  awaiting_payment: {
    picked: 'awaiting_payment',
    authorised: 'awaiting_acceptance',
    asked_again: 'quoting',
    lapsed: 'expired',
    cancelled: 'cancelled',
  },
  awaiting_acceptance: {
    accepted: 'scheduled',
    refused: 'offered',
    capture_failed: 'awaiting_payment',
    cancelled: 'cancelled',
  },
  scheduled: { started: 'in_production', cancelled: 'cancelled', refunded: 'refunded' },
  in_production: { handed_over: 'shipped', cancelled: 'cancelled', refunded: 'refunded' },
  shipped: { delivered: 'delivered', refunded: 'refunded' },
  delivered: { approved: 'completed', refunded: 'refunded' },
  completed: {},
  cancelled: {},
  refunded: {},
  expired: {},
}

/** The stage after `move`, or undefined when the move is illegal in this stage. */
export const nextStage = (stage: Stage, move: Move): Stage | undefined => table[stage][move]

/** The moves that are legal in a stage. */
export function legalMoves(stage: Stage): Move[] {
  return moves.filter((move) => table[stage][move] !== undefined)
}

export const moves = [
  'quoted',
  'lapsed',
  'asked_again',
  'picked',
  'authorised',
  'accepted',
  'refused',
  'capture_failed',
  'started',
  'handed_over',
  'delivered',
  'approved',
  'cancelled',
  'refunded',
] as const satisfies readonly Move[]
