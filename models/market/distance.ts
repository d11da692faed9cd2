/** Degrees, WGS 84. */
export type Point = { readonly lat: number; readonly lon: number }

/** Mean radius of the earth (IUGG), km. */
const earthKm = 6371.0088

/** Great-circle distance by the haversine formula, whole km. */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const north = Math.sin(((b.lat - a.lat) * rad) / 2)
  const east = Math.sin(((b.lon - a.lon) * rad) / 2)
  const h = north * north + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * east * east
  return Math.round(2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** Capitals of the countries served: where a distance is counted to as long as only the country is known. Keys ISO 3166-1 alpha-2. */
const capitals: Readonly<Record<string, Point>> = {
  AT: { lat: 48.21, lon: 16.37 },
  BE: { lat: 50.85, lon: 4.35 },
  BG: { lat: 42.7, lon: 23.32 },
  CH: { lat: 46.95, lon: 7.45 },
  CY: { lat: 35.17, lon: 33.36 },
  CZ: { lat: 50.08, lon: 14.44 },
  DE: { lat: 52.52, lon: 13.4 },
  DK: { lat: 55.68, lon: 12.57 },
  EE: { lat: 59.44, lon: 24.75 },
  ES: { lat: 40.42, lon: -3.7 },
  FI: { lat: 60.17, lon: 24.94 },
  FR: { lat: 48.86, lon: 2.35 },
  GB: { lat: 51.51, lon: -0.13 },
  GR: { lat: 37.98, lon: 23.73 },
  HR: { lat: 45.81, lon: 15.98 },
  HU: { lat: 47.5, lon: 19.04 },
  IE: { lat: 53.35, lon: -6.26 },
  IT: { lat: 41.9, lon: 12.5 },
  LT: { lat: 54.69, lon: 25.28 },
  LU: { lat: 49.61, lon: 6.13 },
  LV: { lat: 56.95, lon: 24.11 },
  MT: { lat: 35.9, lon: 14.51 },
  NL: { lat: 52.37, lon: 4.9 },
  NO: { lat: 59.91, lon: 10.75 },
  PL: { lat: 52.23, lon: 21.01 },
  PT: { lat: 38.72, lon: -9.14 },
  RO: { lat: 44.43, lon: 26.1 },
  SE: { lat: 59.33, lon: 18.07 },
  SI: { lat: 46.06, lon: 14.51 },
  SK: { lat: 48.15, lon: 17.11 },
}

/** Kilometres from a point to a country's capital; undefined for a country that is not served. */
export function distanceToCountry(from: Point, country: string): number | undefined {
  const capital = capitals[country]
  return capital && distanceKm(from, capital)
}
