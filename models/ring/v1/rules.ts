import type { Rule } from '../../product/rule.ts'
import { alloyFacts, canBeBlackened } from './alloys.ts'
import { inscriptionLength, inscriptionOf, inscriptionRoom, laser, monogramOf, smallestCast } from './engraving.ts'
import type { Layout } from './layout.ts'
import { seat } from './stones.ts'

const tenth = (mm: number): number => Math.round(mm * 10) / 10
const hundredth = (mm: number): number => Math.round(mm * 100) / 100

/** Thinner shanks bend: 1.1 mm for 14 carats, 1.2 for silver, 18 carats and bronze (practitioner's figures). */
const shankHolds: Rule<Layout> = {
  code: 'shank_too_thin',
  options: ['thickness', 'alloy'],
  broken: ({ chosen: { alloy }, band: { thickness } }) => {
    const least = alloyFacts(alloy).thinnest
    return thickness < least ? { thickness, least, alloy } : undefined
  },
}

/** Liver of sulphur takes unevenly on gold (practitioners). */
const blackens: Rule<Layout> = {
  code: 'cannot_be_blackened',
  options: ['finish', 'alloy'],
  broken: ({ chosen: { finish, alloy } }) => (finish === 'blackened' && !canBeBlackened(alloy) ? { alloy } : undefined),
}

/** Stones are set along the top of a band, which a face takes. */
const faceOrStones: Rule<Layout> = {
  code: 'face_and_stones',
  options: ['face', 'setting'],
  broken: ({ head, seats }) => (head !== undefined && seats.count > 0 ? {} : undefined),
}

/** Wider than four fifths of the finger a face stands off at the sides and catches (practitioner's figure). */
const faceFits: Rule<Layout> = {
  code: 'face_too_wide',
  options: ['circumference', 'face', 'faceSize'],
  broken: ({ head, band: { inner } }) => {
    const most = 1.6 * inner
    return head !== undefined && head.across > most ? { across: tenth(head.across), most: tenth(most) } : undefined
  },
}

/** A face shows as one when its foot stands over both edges of the band. */
const faceShows: Rule<Layout> = {
  code: 'face_too_small',
  options: ['width', 'face', 'faceSize'],
  broken: ({ head, band: { width } }) => {
    const least = width + 2
    return head !== undefined && head.along < least ? { along: head.along, least } : undefined
  },
}

/** Letters are cut into a face. */
const monogramOnFace: Rule<Layout> = {
  code: 'monogram_without_face',
  options: ['face', 'monogram'],
  broken: ({ head, chosen: { monogram } }) => (head === undefined && monogram !== '' ? { suggestion: '' } : undefined),
}

/** The font of the cutter has capitals, figures, & and +. */
const monogramInFont: Rule<Layout> = {
  code: 'monogram_letter_missing',
  options: ['monogram'],
  broken: ({ chosen: { monogram } }) => {
    const { missing, rest } = monogramOf(monogram)
    return missing === undefined ? undefined : { letter: missing, suggestion: rest }
  },
}

/** Cast letters under 2 mm are not legible (practitioner's figure); 0.3 mm is the narrowest stroke that casts (Gemwares). */
const monogramLegible: Rule<Layout> = {
  code: 'monogram_too_small',
  options: ['face', 'faceSize', 'monogram'],
  broken: ({ monogram }) =>
    monogram !== undefined && monogram.height < smallestCast
      ? { height: monogram.height, least: smallestCast, suggestion: '' }
      : undefined,
}

/** 0.4 mm of metal stay under the culet (Heart of Gold). */
const stonesNotThrough: Rule<Layout> = {
  code: 'stone_too_deep',
  options: ['thickness', 'setting', 'stoneSize'],
  broken: ({ seats: { count, depth }, band: { thickness } }) => {
    const least = hundredth(depth + seat.under)
    return count > 0 && thickness < least ? { thickness, least } : undefined
  },
}

/** 0.5 mm of metal stay at either edge (Heart of Gold). */
const stonesHeld: Rule<Layout> = {
  code: 'stone_too_wide',
  options: ['width', 'setting', 'stoneSize'],
  broken: ({ seats: { count, diameter }, band: { width } }) => {
    const least = tenth(diameter + 2 * seat.edge)
    return count > 0 && width < least ? { width, least } : undefined
  },
}

/** Silver is too soft to hold stones under 1.5 mm: no micro-pavé (practitioners). */
const silverHolds: Rule<Layout> = {
  code: 'silver_too_soft',
  options: ['alloy', 'setting', 'stoneSize'],
  broken: ({ seats: { count, diameter }, chosen: { alloy } }) =>
    count > 0 && alloyFacts(alloy).metal === 'silver' && diameter < 1.5 ? { diameter, least: 1.5 } : undefined,
}

/** Nobody sets stones in bronze, which turns green under them (practitioners). */
const bronzeBare: Rule<Layout> = {
  code: 'no_stones_in_bronze',
  options: ['alloy', 'setting'],
  broken: ({ seats: { count }, chosen: { alloy } }) => (count > 0 && alloy === 'bronze' ? {} : undefined),
}

/** Stones further round than half of the finger touch the next finger and cannot be resized at all (practitioner's figure). */
const stonesOnTop: Rule<Layout> = {
  code: 'stones_too_far_round',
  options: ['circumference', 'setting', 'stoneSize'],
  broken: ({ seats: { span }, chosen: { circumference } }) =>
    span > circumference / 2 ? { span: tenth(span), most: circumference / 2 } : undefined,
}

/** The laser's font has Latin letters, figures and a few signs. */
const inscriptionInFont: Rule<Layout> = {
  code: 'inscription_letter_missing',
  options: ['inscription'],
  broken: ({ chosen: { inscription } }) => {
    const { missing, rest } = inscriptionOf(inscription)
    return missing === undefined ? undefined : { letter: missing, suggestion: rest }
  },
}

/** Letters of 1.4 mm need their room and 0.8 mm of edge on both sides. */
const inscriptionHasRoom: Rule<Layout> = {
  code: 'band_too_narrow_to_write',
  options: ['width', 'inscription'],
  broken: ({ chosen: { inscription }, band: { width } }) =>
    inscription !== '' && width < laser.narrowestBand
      ? { width, least: laser.narrowestBand, suggestion: '' }
      : undefined,
}

/** A fifth of the inside stays free for hallmark and joint (practitioner's figure). */
const inscriptionFits: Rule<Layout> = {
  code: 'inscription_too_long',
  options: ['circumference', 'inscription'],
  broken: ({ chosen: { inscription }, band }) => {
    const [length, room] = [inscriptionLength(inscription), inscriptionRoom(band)]
    return length > room ? { length: tenth(length), room: tenth(room), suggestion: '' } : undefined
  },
}

/** All that must be true of a ring. */
export const rules: readonly Rule<Layout>[] = [
  shankHolds,
  blackens,
  faceOrStones,
  faceFits,
  faceShows,
  monogramOnFace,
  monogramInFont,
  monogramLegible,
  stonesNotThrough,
  stonesHeld,
  silverHolds,
  bronzeBare,
  stonesOnTop,
  inscriptionInFont,
  inscriptionHasRoom,
  inscriptionFits,
]
