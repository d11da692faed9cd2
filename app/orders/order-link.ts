/** The page of an order. A guest’s key stays in every link and form, since it is all that opens the order. */
export function orderPath(order: string, key: string | undefined, more: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/orders/${order}`, key, more)
}

/** The receipt of an order as a file. */
export function receiptPath(order: string, key: string | undefined): string {
  return withQuery(`/orders/${order}/receipt.pdf`, key, {})
}

/** A photo of an order’s story or report; `small` is its thumbnail. */
export function photoPath(photo: string, order: string, key: string | undefined, small: boolean): string {
  return withQuery(`/api/files/${photo}`, key, { order, ...(small ? { size: 'small' } : {}) })
}

/** Enough of an order’s id to tell it from others by eye and on the phone. */
export const shortNumber = (order: string): string => order.slice(0, 8)

function withQuery(path: string, key: string | undefined, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...more, ...(key === undefined ? {} : { key }) }).toString()
  return query === '' ? path : `${path}?${query}`
}
