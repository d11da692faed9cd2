/** A geographic cluster of factories around one craft. Degrees, WGS 84; `country` ISO 3166-1 alpha-2. */
export type Belt = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly lat: number
  readonly lon: number
}

/**
 * Belts that make panel furniture, below them those that make stoneware, and last those that cast rings. Sources: China Daily 2013 (Foshan–Shunde: Longjiang, Lecong), jc001.cn 2016 (Nankang's panel lines),
 * Il Giorno 2025 (Brianza: Lissone, Meda, Cantù), Jornal do Comércio 2022 (Bento Gonçalves); APICER 2016 and Gazeta das
 * Caldas 2019 (Alcobaça–Caldas), Make it Stoke (Stoke-on-Trent), jc001.cn 2010 (Jingdezhen);
 * Cittadino (Valenza), IEG 2018 (Arezzo), Birmingham Stone Cutting (Jewellery Quarter).
 */
export const belts: readonly Belt[] = [
  { id: 'foshan', name: 'Foshan–Shunde', country: 'CN', lat: 22.88, lon: 113.09 },
  { id: 'nankang', name: 'Nankang', country: 'CN', lat: 25.66, lon: 114.76 },
  { id: 'brianza', name: 'Brianza', country: 'IT', lat: 45.69, lon: 9.17 },
  { id: 'bento-goncalves', name: 'Bento Gonçalves', country: 'BR', lat: -29.17, lon: -51.52 },
  { id: 'alcobaca', name: 'Alcobaça–Caldas', country: 'PT', lat: 39.48, lon: -9.05 },
  { id: 'stoke-on-trent', name: 'Stoke-on-Trent', country: 'GB', lat: 53.0, lon: -2.18 },
  { id: 'jingdezhen', name: 'Jingdezhen', country: 'CN', lat: 29.29, lon: 117.2 },
  { id: 'valenza', name: 'Valenza', country: 'IT', lat: 45.01, lon: 8.64 },
  { id: 'arezzo', name: 'Arezzo', country: 'IT', lat: 43.46, lon: 11.88 },
  { id: 'birmingham', name: 'Birmingham Jewellery Quarter', country: 'GB', lat: 52.489, lon: -1.91 },
]

export function beltOf(id: string): Belt | undefined {
  return belts.find((each) => each.id === id)
}
