import type { Catalogue } from '../sentence.ts'

/** The step between a design and its quotes: how many, where to, by what right. */
export const ordering = {
  'ordering.title': 'Ask factories',
  'ordering.intro': 'Factories quote on exactly this. You pick one and pay only then; nothing is charged now.',
  'ordering.item': 'What you are ordering',
  'ordering.change': 'Change the design',
  'ordering.quantity': 'How many',
  'ordering.who': 'Who it is for',
  'ordering.where': 'Where it goes',
  'ordering.name': 'Name',
  'ordering.nameHint': 'As on the doorbell: the carrier reads it.',
  'ordering.line1': 'Street and number',
  'ordering.line2': 'Floor, staircase, company',
  'ordering.postalCode': 'Postal code',
  'ordering.city': 'City',
  'ordering.region': 'Region, state or province',
  'ordering.country': 'Country',
  'ordering.email': 'E-mail',
  'ordering.emailHint': 'The link to your order goes there, and what needs you. Nothing else.',
  'ordering.emailSignedIn': 'Messages about this order go to {email}.',
  'ordering.update': 'Show the price for this',
  'ordering.price': 'Expected, delivered and taxed',
  'ordering.priceWhat': 'Quotes may lie above or below. You pick; what you pick is what you pay.',
  'ordering.submit': 'Ask factories',
  'ordering.submitting': 'Asking factories',
  'ordering.afterwards': 'Quotes come within seconds. Each holds a place on the factory’s machines while you decide.',
  'ordering.right': 'Your right to withdraw',
  'ordering.rightPreset':
    'Every size and finish here is a standard one, so you may send it back within 14 days of delivery without a reason. You pay the way back.',
  'ordering.rightBespoke':
    'This is made to your own measure ({because}), so the law gives no right to return it without a reason once it is ordered. Your rights when something is wrong with it stay whole: two years, repair or replacement first.',
  'ordering.rightUnlessPreset': 'Choose standard values there and you keep 14 days to return it.',
  'ordering.terms': 'By asking you do not buy yet. The order is made when you pick a quote and pay, under the terms.',

  'ordering.missing': 'This is needed.',
  'ordering.emailShape': 'This is no e-mail address. It needs a name, an @ and a domain: lena@example.org',
  'ordering.tooLong': 'At most {max} characters.',
  'ordering.quantityRange': 'Between 1 and {max}.',
  'ordering.notServed': 'We do not deliver there yet.',
  'ordering.cannotBeMade': 'As chosen this cannot be made. Go back to the design: it shows why, and the fix.',
  'ordering.checkBelow': {
    one: 'One thing below needs you before factories can be asked.',
    other: '{count} things below need you before factories can be asked.',
  },
} as const satisfies Catalogue
