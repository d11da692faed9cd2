/** What one report of a problem may hold: photos of at most 10 MB each, all together no more than a server may keep in memory. */
export const reportLimits = { photos: 12, photoBytes: 10_000_000, allBytes: 60_000_000, words: 4000 } as const
