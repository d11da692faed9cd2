import type { Catalogue } from '../sentence.ts'

/** The first page. */
export const home = {
  'home.pageTitle': 'Shape it, then watch it being made',
  'home.description': 'Shape a shelf in your browser, get quotes from real factories, and watch yours being made.',
  'home.sentence': 'Shape a shelf, and a factory makes exactly that.',
  'home.action': 'Finish this shelf',
  'home.lineTitle': 'On the line now',
  'home.lineWhat': 'Orders being made at this moment, shown with their owners’ consent.',
  'home.lineEmpty': 'Nothing is on the line at this moment. The machines are free: yours would be next.',
  'home.lineFor': 'for {country}',
  'home.startsWhat': 'Prices with freight and tax. Open one and change anything.',
  'home.wayTitle': 'How it goes',
  'home.way1': 'Shape it',
  'home.way1What': 'Every measure is yours. What cannot be made says why, and what would.',
  'home.way2': 'Pick a factory',
  'home.way2What': 'Quotes come in seconds, each with a price, a day and a place held on its machines.',
  'home.way3': 'Watch it being made',
  'home.way3What': 'Every cut, every firing, the packing: you see each step of yours, and who holds the clock.',
  'home.way4': 'It arrives',
  'home.way4What': 'You say “all good”, and only then the factory has all its money.',
} as const satisfies Catalogue
