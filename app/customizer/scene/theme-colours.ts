/** Colours of the page as the scene needs them: red, green, blue from 0 to 1 in sRGB, and alpha. */
export type Paint = readonly [red: number, green: number, blue: number, alpha: number]
export type ThemeColours = {
  readonly ground: Paint
  readonly grid: Paint
  readonly gridStrong: Paint
  readonly line: Paint
}

/** Reads the tokens as the browser resolves them for light or dark. */
export function themeColours(): ThemeColours {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const probe = document.createElement('span')
  document.body.append(probe)
  const paint = (token: string): Paint => {
    probe.style.color = `var(${token})`
    if (!context) return [0, 0, 0, 1]
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    return [red / 255, green / 255, blue / 255, alpha / 255]
  }
  const colours = {
    ground: paint('--ground'),
    grid: paint('--grid'),
    gridStrong: paint('--grid-strong'),
    line: paint('--soft'),
  }
  probe.remove()
  return colours
}
