import type { Catalogue } from '../sentence.ts'

/** The receipt as a file. */
export const receipt = {
  'receipt.title': 'Receipt',
  'receipt.number': 'Number',
  'receipt.issued': 'Issued',
  'receipt.order': 'Order',
  'receipt.billedTo': 'Billed to',
  'receipt.item': 'What',
  'receipt.quantity': 'Quantity',
  'receipt.amount': 'Amount',
  'receipt.net': 'Before tax',
  'receipt.taxRate': 'rate',
  'receipt.taxBase': 'on',
  'receipt.total': 'Total',
  'receipt.paid': 'Paid by card',
  'receipt.refunded': 'Given back',
  'receipt.specification': 'Specification',
  'receipt.taxId': 'Tax number',
  'receipt.freight': 'Freight and delivery to {country}',
  'receipt.duty': 'Customs duty',
  'receipt.tax': 'Value added tax, {country}',
  'receipt.madeBy': 'Made to order by {factory}, {country}.',
  'receipt.demonstration': 'From a demonstration: no card was charged, and nothing of this is owed or paid.',
} as const satisfies Catalogue
