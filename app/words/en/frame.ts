import type { Catalogue } from '../sentence.ts'

/** Header, footer, errors and the small words every page shares. */
export const frame = {
  'frame.skip': 'Skip to content',
  'frame.home': '{brand}, home',
  'frame.menu': 'Menu',
  'frame.mainNav': 'Main',
  'frame.footerNav': 'About this shop',
  'frame.designs': 'My designs',
  'frame.orders': 'My orders',
  'frame.signIn': 'Sign in',
  'frame.signOut': 'Sign out',
  'frame.portal': 'Factory portal',
  'frame.terms': 'Terms',
  'frame.privacy': 'Privacy',
  'frame.source': 'Source code',
  'frame.language': 'Language',
  'frame.theme': 'Light or dark',
  'frame.themeSystem': 'As the device',
  'frame.themeLight': 'Light',
  'frame.themeDark': 'Dark',
  'frame.keepPreferences': 'Keep',
  'frame.demonstration': 'A demonstration: factories are simulated, no card is charged, nothing is shipped.',
  'frame.colophon': '{entity}. Open source, MIT licence.',
  'frame.close': 'Close',
  'frame.less': 'One less: {what}',
  'frame.more': 'One more: {what}',
  'frame.optional': 'optional',
  'frame.loading': 'Loading',

  'frame.legalWho': 'Who we are',
  'frame.legalDemonstration':
    'This is a demonstration. No company stands behind it, nothing is made, charged or shipped, and these terms bind nobody. An installation that sells puts its own name, address and register entries here.',

  'frame.notFoundTitle': 'Nothing is here',
  'frame.notFound': 'This address leads to no page. The link may be mistyped, or what it pointed to was removed.',
  'frame.forbiddenTitle': 'This is not yours to open',
  'frame.forbidden': 'Only its owner can open this page. If it is yours, sign in with the account that made it.',
  'frame.brokenTitle': 'This page failed',
  'frame.broken':
    'Something on our side went wrong. Your designs and orders are safe: they are stored before a page says so. Try again; if it stays, write to us with the time shown here.',
  'frame.offlineTitle': 'No connection',
  'frame.offline': 'This page could not be fetched. What you changed is kept in this browser and will be sent later.',
  'frame.tooMany': 'Too many requests came from here in a short time. Nothing was lost. Wait a minute, then try again.',
  'frame.tooManyTitle': 'A moment, please',
  'frame.tryAgain': 'Try again',
  'frame.toHome': 'Go to the first page',
} as const satisfies Catalogue
