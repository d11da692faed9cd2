import type { PostalAddress } from '../carrier-messages.ts'
import { createPaper, type Sheet } from '../paper.ts'
import type { RecordOf } from './records.ts'

/** A6, the usual size of a parcel label. */
const page = { widthMm: 105, heightMm: 148 } as const
const margin = 7

const serviceNames = { parcel: 'PARCEL', two_man: 'TWO-MAN', pallet: 'PALLET' } as const

/** One page a carton: from, to, which carton of how many, tracking number as text and QR code, the sender's reference. */
export async function labelPdf({ shipment, request }: RecordOf<'shipment'>): Promise<Uint8Array> {
  const paper = await createPaper({ title: `Label ${shipment.id}`, madeAt: shipment.bookedAt })
  for (const [index, { carton, tracking }] of shipment.cartons.entries()) {
    const sheet = paper.addSheet(page.widthMm, page.heightMm)
    const right = page.widthMm - margin
    sheet.text(serviceNames[shipment.service], margin, 14, { size: 18, bold: true })
    sheet.text(request.to.country, right, 14, { size: 18, bold: true, align: 'right' })
    sheet.line(margin, 18, right, 18)

    const belowFrom = address(sheet, 'From', request.from, 23, 8)
    sheet.line(margin, belowFrom, right, belowFrom)
    const belowTo = address(sheet, 'To', request.to, belowFrom + 6, 12)
    sheet.line(margin, belowTo, right, belowTo)

    const parcel = request.parcels[index]
    const kg = ((parcel?.massG ?? 0) / 1000).toFixed(1)
    sheet.text(`${index + 1} of ${shipment.cartons.length}`, right, belowTo + 8, {
      size: 15,
      bold: true,
      align: 'right',
    })
    sheet.text(`${kg} kg`, right, belowTo + 14, { size: 11, align: 'right' })
    sheet.qr(tracking, margin, belowTo + 3, 30)
    sheet.text(tracking, margin + 34, belowTo + 26, { size: 10, bold: true })
    sheet.text(`Carton ${carton}`, margin + 34, belowTo + 31, { size: 8 })
    sheet.paragraph(request.reference, margin, page.heightMm - 12, right - margin, { size: 7 })
    sheet.text('Sandbox label: no carrier collects it', margin, page.heightMm - 4, { size: 6, grey: 0.4 })
  }
  return paper.bytes()
}

/** Gives back the height below the last line. */
function address(sheet: Sheet, title: string, to: PostalAddress, top: number, size: number): number {
  const width = page.widthMm - 2 * margin
  sheet.text(title, margin, top, { size: 7, grey: 0.4 })
  const lines = [to.name, to.line1, to.line2, `${to.postalCode} ${to.city}`, to.region, to.country]
  let at = top + 1 + size * 0.4
  for (const [index, line] of lines.entries()) {
    if (line !== undefined && line.trim() !== '')
      at = sheet.paragraph(line, margin, at, width, { size, bold: index === 0 })
  }
  return at
}
