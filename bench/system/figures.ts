/** The value in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Cut to so many decimals, for figures that people read. */
export function rounded(value: number, decimals = 3): number {
  const unit = 10 ** decimals
  return Math.round(value * unit) / unit
}

/** Wall milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
