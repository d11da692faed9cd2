import own from './brand.json'

/**
 * Who runs this installation: read by header, footer, terms, privacy and mail. Change `brand.json`, not code.
 * `logo` is a path under `public/` or null for the written name; `address`, `register`, `taxId` and `supervisor` are printed as they stand.
 */
export type Brand = {
  readonly name: string
  readonly logo: string | null
  readonly legal: {
    readonly entity: string
    readonly isDemonstration: boolean
    readonly address: readonly string[]
    readonly register: string
    readonly taxId: string
    readonly email: string
    readonly supervisor: string
  }
  readonly source: string
}

export const brand: Brand = own
