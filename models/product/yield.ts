/** How sure one is of enough good pieces when a lot is started. */
const surePermille = 990

/** More pieces than this are never started for one lot: such a yield is no process. */
const most = 100_000

/** Chance that at least `wanted` of `started` pieces come out good, each with chance `good`; 0 to 1. */
function chance(started: number, wanted: number, good: number): number {
  // The chance of too few, summed from none upwards; logarithms keep large lots from vanishing.
  let few = 0
  let log = started * Math.log1p(-good)
  for (let count = 0; count < wanted; count += 1) {
    few += Math.exp(log)
    log += Math.log((started - count) / (count + 1)) + Math.log(good) - Math.log1p(-good)
  }
  return 1 - few
}

/**
 * How many pieces to start so that, with a chance of 99 % at least, `wanted` come out good at a yield in thousandths: 92 % → 2 for one piece,
 * 85 % → 3, 75 % → 4, 65 % → 5, 50 % → 7.
 * @throws RangeError for a yield outside 1 to 1000, or one so low that no lot is large enough.
 */
export function startedFor(wanted: number, yieldPermille: number): number {
  if (!Number.isSafeInteger(yieldPermille) || yieldPermille < 1 || yieldPermille > 1000) {
    throw new RangeError(`not a yield: ${yieldPermille}`)
  }
  if (yieldPermille === 1000) return wanted
  const good = yieldPermille / 1000
  for (let started = wanted; started <= most; started += 1) {
    if (chance(started, wanted, good) * 1000 >= surePermille) return started
  }
  throw new RangeError(`a yield of ${yieldPermille} permille is too low for ${wanted}`)
}
