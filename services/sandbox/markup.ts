/** Markup that is safe to put into a page as it stands. */
export type Markup = { readonly markup: string }

type Piece = string | number | Markup | undefined | readonly Piece[]

/** A template whose values are escaped, except other markup; lists are joined, `undefined` is nothing. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: texts.reduce((all, text, index) => all + pieceText(pieces[index - 1]) + text) }
}

function pieceText(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escapeText(String(piece))
  return 'markup' in piece ? piece.markup : piece.map(pieceText).join('')
}

export function escapeText(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? '',
  )
}

/** A whole page in the sandboxes' common dress, with the notice that nothing here is real. */
export function document(options: { title: string; notice: string; body: Markup; refreshS?: number }): string {
  const { title, notice, body, refreshS } = options
  const refresh = refreshS === undefined ? undefined : html`<meta http-equiv="refresh" content="${refreshS}">`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<p class="notice"><strong>Sandbox</strong> ${notice}</p>
<main>
${body}
</main>
</body>
</html>
`.markup
}

const style = `
@font-face { font-family: "Instrument Sans"; src: url(/type.woff2) format("woff2"); font-weight: 400 700 }
:root {
  color-scheme: light dark;
  --paper: light-dark(oklch(0.985 0.003 160), oklch(0.21 0.025 170));
  --sheet: light-dark(oklch(1 0 0), oklch(0.25 0.027 170));
  --ink: light-dark(oklch(0.23 0.02 200), oklch(0.95 0.01 160));
  --quiet: light-dark(oklch(0.47 0.02 190), oklch(0.76 0.02 170));
  --line: light-dark(oklch(0.87 0.01 170), oklch(0.38 0.03 170));
  --mat: light-dark(oklch(0.47 0.10 165), oklch(0.78 0.12 165));
  --on-mat: light-dark(oklch(0.99 0 0), oklch(0.20 0.03 170));
  --mark: oklch(0.87 0.16 95);
  --harm: light-dark(oklch(0.50 0.19 27), oklch(0.75 0.14 25));
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 "Instrument Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums }
main { max-width: 960px; margin: 0 auto; padding: 24px 20px 64px }
.notice { margin: 0; padding: 8px 20px; background: var(--mark); color: oklch(0.23 0.02 200); font-size: 13px; text-align: center }
.notice strong { margin-right: 4px }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 16px }
h2 { font-size: 17px; margin: 32px 0 8px }
a { color: var(--mat) }
.quiet { color: var(--quiet) }
.small { font-size: 13px }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: 13px }
th { text-align: left; font-weight: 600; color: var(--quiet) }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top }
td.number, th.number { text-align: right; white-space: nowrap }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
label { display: block; font-size: 13px; font-weight: 600; margin: 16px 0 4px }
input, select { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--mat); outline-offset: 2px }
input[aria-invalid=true] { border-color: var(--harm) }
button { width: 100%; min-height: 48px; margin-top: 24px; padding: 10px 16px; font: inherit; font-weight: 600; color: var(--on-mat); background: var(--mat); border: 0; border-radius: 4px; cursor: pointer }
button.second { color: var(--ink); background: transparent; border: 1px solid var(--line); margin-top: 12px }
.error { color: var(--harm); font-size: 13px; margin: 4px 0 0 }
.alert { color: var(--harm); border: 1px solid var(--harm); border-radius: 4px; padding: 12px 16px; margin: 0 0 16px }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16px }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 48px }
.narrow { max-width: 420px; margin: 0 auto }
.total { font-size: 32px; line-height: 1.2; font-weight: 600; margin: 0 0 24px }
dl.lines { margin: 0; display: grid; grid-template-columns: 1fr auto; gap: 12px 0 }
dl.lines dt, dl.lines dd { margin: 0 }
dl.lines dd { text-align: right }
dl.lines dt { padding-right: 24px }
dl.lines .sum { border-top: 1px solid var(--line); padding-top: 12px; font-weight: 600 }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 4px; background: white }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid var(--line); padding-top: 16px }
@media (max-width: 720px) { .two { grid-template-columns: 1fr; gap: 24px } main { padding: 16px 16px 48px } }
`
