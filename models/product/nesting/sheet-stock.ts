/** A sheet as it is bought: mm, `length` along the grain. `trim` is cut off each edge first. */
export type SheetFormat = { readonly length: number; readonly width: number; readonly trim: number }

/** The formats each material of boards is bought in, the usual one first. */
export type SheetStock = Readonly<Record<string, readonly SheetFormat[]>>

/** What the blade of a panel saw turns into dust, µm (practitioners: 4.0–4.8 mm). */
export const sawKerfUm = 4400

/** An offcut from this size goes back to stock, mm (practitioner's rule). */
export const keptOffcut = { shorter: 300, longer: 600 } as const
