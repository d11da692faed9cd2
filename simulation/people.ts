import { pickBy } from './chance.ts'

/** Invented shoppers with addresses of real towns. ISO 3166-1 alpha-2 countries. */
const people = [
  { name: 'Ada Keller', line1: 'Lindenweg 4', postalCode: '10115', city: 'Berlin', country: 'DE' },
  { name: 'Marta Rossi', line1: 'Via Garibaldi 18', postalCode: '20121', city: 'Milano', country: 'IT' },
  { name: 'Jeanne Morel', line1: '12 rue des Lilas', postalCode: '69003', city: 'Lyon', country: 'FR' },
  { name: 'Pieter de Vries', line1: 'Kerkstraat 77', postalCode: '3511 KV', city: 'Utrecht', country: 'NL' },
  { name: 'Lucía Serrano', line1: 'Calle Mayor 9', postalCode: '46001', city: 'València', country: 'ES' },
  { name: 'Anna Lindqvist', line1: 'Storgatan 31', postalCode: '411 38', city: 'Göteborg', country: 'SE' },
  { name: 'Zofia Nowak', line1: 'ulica Długa 6', postalCode: '31-147', city: 'Kraków', country: 'PL' },
  { name: 'Tom Hughes', line1: '5 Mill Lane', postalCode: 'LS1 4AP', city: 'Leeds', country: 'GB' },
  { name: 'Reto Baumann', line1: 'Seestrasse 52', postalCode: '8002', city: 'Zürich', country: 'CH' },
  { name: 'Ingrid Haugen', line1: 'Torggata 14', postalCode: '0181', city: 'Oslo', country: 'NO' },
] as const

export type Shopper = {
  readonly name: string
  readonly line1: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
}

/** Somebody to order for; always the same person for the same seed. In `country` when somebody lives there. */
export function somebody(seed: string, country?: string): Shopper {
  const there = people.filter((person) => person.country === country)
  return pickBy<Shopper>(there.length === 0 ? people : there, seed, 'who')
}
