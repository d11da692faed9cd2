import { data } from 'react-router'

/** An address that leads to no page. */
export function loader(): never {
  throw data(null, { status: 404 })
}

export const action = loader

export default function Nowhere() {
  return null
}
