import type { ReceiptWords } from './receipt.ts'

export const receiptWords: ReceiptWords = {
  title: 'Receipt',
  number: 'Number',
  issued: 'Date',
  order: 'Order',
  billedTo: 'Billed to',
  item: 'Item',
  quantity: 'Quantity',
  amount: 'Amount',
  net: 'Net',
  taxRate: 'rate',
  taxBase: 'on',
  total: 'Total',
  paid: 'Paid by card',
  refunded: 'Refunded',
  specification: 'Specification',
  taxId: 'Tax ID',
}
