import type { Values } from './evaluation.ts'

/**
 * What must be true, over the derived layout `S` of a product. `options` names every option that the answer depends on:
 * at least one of them has to change for a broken rule to hold, which is what the search for a fix relies on.
 * `broken` returns the values for the sentence when the rule does not hold, else undefined. A rule about one cell names it in `values.cell`;
 * one about a length of a list names its place in `values.entry` (from 1) and may offer another length in `values.suggestion`.
 */
export type Rule<S> = {
  readonly code: string
  readonly options: readonly string[]
  readonly broken: (layout: S) => Values | undefined
}

/** A rule that does not hold, before a fix is searched for. */
export type Broken = { readonly code: string; readonly options: readonly string[]; readonly values: Values }
