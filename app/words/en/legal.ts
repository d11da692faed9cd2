import type { LegalText } from '../legal.ts'

/** Terms and privacy in plain words. `{entity}`, `{email}` and the like come from the installation's own data. */
export const legal: Readonly<Record<'terms' | 'privacy', LegalText>> = {
  terms: {
    title: 'Terms',
    intro: 'What you and {entity} agree on when you order here. Plain words, all of them.',
    sections: [
      {
        heading: 'Who you buy from',
        paragraphs: [
          'Your contract is with {entity}. We have your piece made by the factory you pick, and we answer to you for it: for its quality, its delivery and your money. You never have to deal with the factory about a defect.',
        ],
      },
      {
        heading: 'How an order comes about',
        paragraphs: [
          'Shaping something and asking factories costs nothing and binds you to nothing. Quotes arrive with a price, a delivery day and a place held on the factory’s machines until the time shown.',
          'You order when you pick a quote and press “Pay and start”. Your card is then authorised, not charged. It is charged when the factory has accepted, at most 72 hours later. If it does not accept, you choose another quote or the authorisation is released in full.',
          'What you approved is frozen as a specification with a fingerprint (its hash). The factory receives exactly that, and your order page shows the same fingerprint.',
        ],
      },
      {
        heading: 'Price',
        paragraphs: [
          'The price of a quote is the whole price: making, freight to your door, duty where it is due, and tax. Each part is listed. What you pick is what you pay.',
        ],
      },
      {
        heading: 'Delivery',
        paragraphs: [
          'The day you are promised is the one on your quote. If it slips we tell you at once, with the new day and why. If it slips by more than you can accept, tell us: where the law lets you step back you get all your money.',
          'Goods travel at our risk until they are in your hands.',
        ],
      },
      {
        heading: 'Your right to withdraw',
        paragraphs: [
          'If everything you chose is a standard value, you may withdraw within 14 days of delivery without a reason. Press “Withdraw” on your order page, confirm, and you get a receipt by mail. Send it back within 14 days after that; you pay the way back, and we refund the price and the standard delivery.',
          'If you gave a measure or text of your own, the piece is made to your specification and this right does not exist (Directive 2011/83/EU, article 16(c)). The product page and the order step say which of the two applies before you order.',
        ],
      },
      {
        heading: 'Cancelling',
        paragraphs: [
          'Until the first operation has begun you may cancel and get everything back. After that you get back everything but finished operations and cut material, by the lines of your own price; the page states the amount before you confirm. After shipping, cancelling is no longer possible.',
        ],
      },
      {
        heading: 'When something is wrong',
        paragraphs: [
          'You have two years of legal guarantee, whatever was bespoke. In the first year it is for us to show that a fault was not there from the start. You choose repair or replacement first; if that fails or takes too long, a lower price or your money.',
          'Press “Report a problem” on your order page, with photos. Until it is settled the factory’s money for your order is held.',
        ],
      },
      {
        heading: 'Law and disputes',
        paragraphs: [
          'The law of the country you live in protects you as a consumer, also where another law applies otherwise. If we cannot agree, you may go to court where you live.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    intro: 'What {entity} knows about you, why, for how long, and what you can do about it.',
    sections: [
      {
        heading: 'What we store, and why',
        paragraphs: [
          'Designs: what you shape, so that its link works. A guest’s designs belong to a random number in a cookie, not to a name.',
          'Orders: your name, address, e-mail, what you ordered, the messages and photos about it. We need them to fulfil the contract (GDPR article 6(1)(b)).',
          'Payment: your card number never reaches our servers. The payment service tells us whether it worked, the amount, and an identifier.',
          'Accounts: your name, e-mail and a scrambled password.',
        ],
      },
      {
        heading: 'Who sees it',
        paragraphs: [
          'The factory sees the specification and its hash, never your e-mail, and your address only once your piece is ready to ship. The carrier sees name and address. The payment service sees what it needs to charge you. Nobody else, and nobody buys it.',
          'If you agreed at the order step, the first page may show what is being made for you and how far it is: without name, address or number.',
        ],
      },
      {
        heading: 'How long',
        paragraphs: [
          'Guests’ designs: a year after the last change. Orders and invoices: as long as tax law asks, up to ten years. Photos and clips of your order: two years, the length of the guarantee. The rest: until you delete your account.',
        ],
      },
      {
        heading: 'Cookies and this browser',
        paragraphs: [
          'A session cookie keeps you signed in, and a random number in another holds what you do before that together, until you close the browser. A cookie remembers language, light or dark, time zone and country. Your browser keeps a copy of a design that could not be sent yet. None of it follows you, so there is nothing to consent to and no banner.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You can see, correct, take with you or delete what we store about you, and object to its use. Write to {email}. You may complain to a data protection authority{supervisor}.',
        ],
      },
    ],
  },
}
