import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'

/** What operators filter orders by in the Temporal UI. */
export const searchAttributes = {
  stage: defineSearchAttributeKey('Stage', SearchAttributeType.KEYWORD),
  product: defineSearchAttributeKey('Product', SearchAttributeType.KEYWORD),
  factory: defineSearchAttributeKey('Factory', SearchAttributeType.KEYWORD),
  belt: defineSearchAttributeKey('Belt', SearchAttributeType.KEYWORD),
  country: defineSearchAttributeKey('Country', SearchAttributeType.KEYWORD),
  waitingOn: defineSearchAttributeKey('WaitingOn', SearchAttributeType.KEYWORD),
  waitingSince: defineSearchAttributeKey('WaitingSince', SearchAttributeType.DATETIME),
  late: defineSearchAttributeKey('Late', SearchAttributeType.BOOL),
} as const
