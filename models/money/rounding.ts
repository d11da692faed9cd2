/**
 * The one place where money is rounded. Amounts are integer minor units; halves go away from zero (commercial rounding).
 * Every function throws a RangeError on a value that is not finite.
 */

/** The nearest integer, halves away from zero: 2.5 → 3, −2.5 → −3. */
export function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not an amount: ${value}`)
  const nearest = Math.round(Math.abs(value))
  return value < 0 && nearest !== 0 ? -nearest : nearest
}

/** `amount · numerator / denominator`, rounded. */
export function portion(amount: number, numerator: number, denominator: number): number {
  return rounded((amount * numerator) / denominator)
}

/** `permille` thousandths of an amount, rounded. */
export function permille(amount: number, thousandths: number): number {
  return portion(amount, thousandths, 1000)
}

/**
 * Splits an integer amount by weights so that no cent is lost: the shares sum exactly to `amount`,
 * each within one minor unit of its exact share; left-over units go to the largest remainders, first come first.
 * @throws RangeError when there are no weights, a weight is negative, or all are zero.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount: ${amount}`)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0) || !Number.isFinite(total) || weights.some((weight) => weight < 0)) {
    throw new RangeError('weights must be zero or more, with one above zero')
  }
  const sign = amount < 0 ? -1 : 1
  const size = Math.abs(amount)
  const shares = weights.map((weight) => Math.floor((size * weight) / total))
  let left = size - shares.reduce((sum, share) => sum + share, 0)
  const order = weights
    .map((weight, index) => ({ index, remainder: (size * weight) / total - (shares[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of order) {
    if (left <= 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return shares.map((share) => (share === 0 ? 0 : sign * share))
}
