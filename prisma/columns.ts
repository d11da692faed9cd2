/**
 * A select list that names a table's columns as the generated client does, for the reads that happen most: written in SQL they take a
 * fraction of the time. `fields` is the client's list of a model's scalar fields.
 *
 * @example columnsOf(Prisma.OrderScalarFieldEnum, 'o') // o."id", o."owner_id" AS "ownerId", …
 */
export function columnsOf(fields: Readonly<Record<string, string>>, table: string): string {
  return Object.values(fields)
    .map((field) => `${table}."${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}" AS "${field}"`)
    .join(', ')
}
