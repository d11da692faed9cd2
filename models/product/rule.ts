import type { Values } from './evaluation.ts'

/** A rule by name, and every option that its answer depends on. */
export type Scope = { readonly code: string; readonly options: readonly string[] }

/**
 * What must be true, over the derived layout `S` of a product. `options` names every option that the answer depends on:
 * at least one of them has to change for a broken rule to hold, which is what the search for a fix relies on.
 * `mends` may name fewer where the rule is broken: unless one of these changes, nothing can be made whatever else does. It makes the search faster.
 * `broken` returns the values for the sentence when the rule does not hold, else undefined. Some names are acted on: `cells`, ids with spaces between,
 * each of which has to leave the option's cells, or lose its choice, unless another option changes; `places`, numbers from 1 with spaces between, each of
 * which has to give up or change its length unless another option changes; and `suggestion`, a text to take instead, or a length for the place `entry`.
 */
export type Rule<S> = Scope & {
  readonly broken: (layout: S) => Values | undefined
  readonly mends?: (layout: S) => readonly string[]
}

/** A rule that does not hold, before a fix is searched for. One of `options` has to change. */
export type Broken = Scope & { readonly values: Values }
