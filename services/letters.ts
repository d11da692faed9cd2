import * as english from './letters.en.ts'

/** Which mail; see the catalogue for what each says. */
export type LetterKind = keyof typeof english.letters

/** Letters for factories go to their members, the others to the shopper. */
export const factoryLetters: readonly LetterKind[] = ['job_waiting', 'report_opened']

/** The catalogue of a language; English where there is none yet. */
function catalogue(_language: string): typeof english {
  return english
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

const productName = (words: typeof english, product: string): string =>
  Object.entries(words.products).find(([slug]) => slug === product)?.[1] ?? product

/** Subject and text of one mail. `product` is a slug; dates and money come formatted. */
export function letter(
  kind: LetterKind,
  language: string,
  values: Readonly<Record<string, string | number>>,
): { subject: string; text: string } {
  const words = catalogue(language)
  const { subject, text } = words.letters[kind]
  const filled = { ...values, product: productName(words, String(values.product ?? '')) }
  return { subject: fill(subject, filled), text: fill(text, filled) }
}

/** The lines of the hosted payment page. */
export function receiptWords(language: string) {
  const words = catalogue(language)
  return {
    goods: (product: string, quantity: number) =>
      fill(words.receipt.goods, { quantity, product: productName(words, product) }),
    freight: words.receipt.freight,
    tax: words.receipt.tax,
  }
}

/** The mail with the link for a new password. */
export function passwordResetLetter(language: string, link: string): { subject: string; text: string } {
  const { subject, text } = catalogue(language).passwordReset
  return { subject, text: fill(text, { link }) }
}
