/** Most pieces of one order. */
export const mostPieces = 500
