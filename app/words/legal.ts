/** A legal page: headings and paragraphs with gaps for the installation's data. */
export type LegalText = {
  readonly title: string
  readonly intro: string
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
}
export type LegalTexts = Readonly<Record<'terms' | 'privacy', LegalText>>
