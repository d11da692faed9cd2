/** ISO 4217 codes the platform settles in. All have two decimals. */
export type Currency = 'EUR' | 'GBP' | 'USD' | 'CNY' | 'BRL'

/** `amount` is in integer minor units (cents). */
export type Money = { readonly amount: number; readonly currency: Currency }
