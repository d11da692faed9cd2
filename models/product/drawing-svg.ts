import { type Drawing, type Shape, slantedCorners, type View } from './drawing.ts'
import { pathOf } from './sketch.ts'
import { figure } from './words.ts'

/** Space between two views and under them for the title, in parts of the text height. */
const gap = 3

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const corners = slantedCorners(shape)
      if (corners !== undefined) return `<polygon class="${shape.role}" points="${corners.join(' ')}"/>`
      return `<rect class="${shape.role}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`
    }
    case 'circle':
      return `<circle class="${shape.role}" cx="${shape.x}" cy="${shape.y}" r="${shape.diameter / 2}"/>`
    case 'stroke': {
      const { stroke, floor } = shape
      const d = pathOf(stroke, floor)
      if (stroke.thickMm === undefined) return `<path class="${stroke.role}" d="${d}"/>`
      const strand = (kind: string, width: number) => `<path class="${kind}" d="${d}" stroke-width="${width}"/>`
      return `${strand('strand', stroke.thickMm)}${strand(`strand ${stroke.role}`, stroke.thickMm - 1)}`
    }
    case 'line':
      return `<line class="${shape.role}" x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}"/>`
    case 'text': {
      const turn = shape.turn === 0 ? '' : ` transform="rotate(${shape.turn} ${shape.x} ${shape.y})"`
      const words = escaped(shape.text ?? figure(shape.mm ?? 0))
      return `<text class="${shape.role}" x="${shape.x}" y="${shape.y}" font-size="${shape.size}"${turn}>${words}</text>`
    }
  }
}

/** The look of lines, their widths multiplied by `fine`. */
const style = (fine: number) => {
  const wide = (mm: number) => `stroke-width:${Math.round(mm * fine * 1000) / 1000}`
  return [
    `rect,polygon,circle{fill:#fff;stroke:#1d2b2b;${wide(2)}}`,
    'rect.back{fill:#f2f4f1}',
    `path{fill:#fff;stroke:#1d2b2b;${wide(0.5)}}path.cut{fill:#9aa39c}path.hollow{fill:#f2f4f1}`,
    'path.strand{fill:none;stroke:#1d2b2b}path.strand.solid{stroke:#fff}path.strand.cut{stroke:#9aa39c}',
    `line{stroke:#1d2b2b;${wide(1.5)}}`,
    'line.hinge{stroke-dasharray:12 8}',
    'text{font-family:sans-serif;text-anchor:middle;dominant-baseline:middle;fill:#1d2b2b}',
  ].join('')
}

function group(view: View, left: number): string {
  return `<g id="${view.name}" transform="translate(${left - view.x} ${-view.y})">\n${view.shapes.map(element).join('\n')}\n</g>`
}

/** A whole SVG file at 1:1 in millimetres: the views side by side and a title line below. The same drawing gives the same bytes. */
export function drawingSvg(drawing: Drawing, title: string): string {
  const tallest = Math.max(...drawing.views.map((view) => view.height))
  const size = Math.max(Math.min(18, Math.round(tallest / 15)), Math.round(tallest / 60))
  const space = size * gap
  // What is smaller than a hand has finer lines, and its title fits under it.
  const isTiny = tallest < 60
  const fine = isTiny ? tallest / 300 : 1
  let width = 0
  const groups: string[] = []
  for (const view of drawing.views) {
    groups.push(group(view, width))
    width += view.width + space
  }
  const height = Math.max(...drawing.views.map((view) => view.height)) + space
  const titleSize = isTiny ? Math.round((width * 150) / title.length) / 100 : Math.round(size * 0.6)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style(fine)}</style>`,
    ...groups,
    `<text x="${width / 2}" y="${height - size}" font-size="${titleSize}">${escaped(title)}</text>`,
    '</svg>',
    '',
  ].join('\n')
}
