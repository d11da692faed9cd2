/** Stoneware bodies, fired to cone 6 (1222 °C). */
export const clays = ['white', 'speckled', 'dark'] as const
export type Clay = (typeof clays)[number]

export const glazes = ['white', 'clear', 'celadon', 'cobalt', 'tenmoku', 'oatmeal', 'copper'] as const
export type Glaze = (typeof glazes)[number]

/** Fired density of dense stoneware, g/cm³, and what 1 kg of fired ware takes in wet clay or slip: water and what burns away (practitioners' figures). */
export const firedDensity = 2.35
export const wetPerFired = 1.32

/**
 * Combinations of body, glaze and curve that have been tested as one system for lead and cadmium (84/500/EEC: 4 % acetic acid, 22 °C, 24 h; at most 4.0 mg/l Pb and
 * 0.3 mg/l Cd for what is filled deeper than 25 mm), for crazing and for the dishwasher. Only these may be offered; the copper red is not for where one drinks.
 */
const released: Readonly<Record<Clay, readonly Glaze[]>> = {
  white: ['white', 'clear', 'celadon', 'cobalt', 'tenmoku', 'oatmeal', 'copper'],
  speckled: ['white', 'clear', 'celadon', 'oatmeal', 'tenmoku'],
  dark: ['white', 'tenmoku', 'oatmeal', 'cobalt'],
}

/** Glazes that may touch food and lips. */
const foodSafe: ReadonlySet<Glaze> = new Set(['white', 'clear', 'celadon', 'cobalt', 'tenmoku', 'oatmeal'])

export const isReleased = (clay: Clay, glaze: Glaze): boolean => released[clay].includes(glaze)

/** The lip is glazed with the inside, so an outer glaze never touches the mouth. */
export const isFoodSafe = (glaze: Glaze): boolean => foodSafe.has(glaze)

/** Copper flashes its neighbours in the kiln: it is fired in a load of its own (practitioners). */
export const firedApart = (glaze: Glaze): boolean => glaze === 'copper'

/** Raw glaze by surface, ml per m² of ware for one dip about 0.9 mm thick when wet, of which a third drips back (practitioner's figure). */
export const glazePerM2 = { net: 600, gross: 760 } as const
