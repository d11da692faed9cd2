/** Where an order stands. The last four are ends. */
export const stages = [
  'quoting',
  'offered',
  'awaiting_payment',
  'awaiting_acceptance',
  'scheduled',
  'in_production',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
  'expired',
] as const
export type Stage = (typeof stages)[number]

/** Who holds the clock. */
export type WaitingOn = 'shopper' | 'factory' | 'carrier' | 'operator' | 'system' | 'none'

const holders: Readonly<Record<Stage, WaitingOn>> = {
  quoting: 'factory',
  offered: 'shopper',
  awaiting_payment: 'shopper',
  awaiting_acceptance: 'factory',
  scheduled: 'factory',
  in_production: 'factory',
  shipped: 'carrier',
  delivered: 'shopper',
  completed: 'none',
  cancelled: 'none',
  refunded: 'none',
  expired: 'none',
}

/** Who holds the clock in a stage when nothing unusual has happened. */
export const holderOf = (stage: Stage): WaitingOn => holders[stage]

export const endStages = ['completed', 'cancelled', 'refunded', 'expired'] as const satisfies readonly Stage[]

export const isEnd = (stage: Stage): boolean => holders[stage] === 'none'

export const isStage = (text: string): text is Stage => stages.some((stage) => stage === text)
