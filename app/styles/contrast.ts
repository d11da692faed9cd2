/** A colour of the tokens file: OKLCH with its lightness (0–1), chroma and hue (degrees). */
export type Oklch = { readonly l: number; readonly c: number; readonly h: number }

/** Every opaque `--name: light-dark(oklch(…), oklch(…))` of a style sheet. Colours with an alpha are decoration and left out. */
export function tokensOf(css: string): Map<string, { light: Oklch; dark: Oklch }> {
  const tokens = new Map<string, { light: Oklch; dark: Oklch }>()
  const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
  for (const match of css.matchAll(new RegExp(`--([a-z-]+): light-dark\\(${colour}, ${colour}\\)`, 'g'))) {
    const [name = '', ...figures] = match.slice(1)
    const [l = 0, c = 0, h = 0, l2 = 0, c2 = 0, h2 = 0] = figures.map(Number)
    tokens.set(name, { light: { l, c, h }, dark: { l: l2, c: c2, h: h2 } })
  }
  return tokens
}

/** Relative luminance by WCAG 2.2, through OKLab and linear sRGB (Björn Ottosson, “A perceptual color space”, 2020); out of gamut is clipped. */
export function luminance({ l, c, h }: Oklch): number {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio by WCAG 2.2, from 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
