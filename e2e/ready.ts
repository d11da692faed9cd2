import { readFileSync } from 'node:fs'
import { z } from 'zod'

const shape = z.object({
  web: z.url(),
  api: z.url(),
  temporalUi: z.url(),
  temporalAddress: z.string(),
  stripe: z.url(),
  carrier: z.url(),
  mail: z.url(),
  databaseUrl: z.string(),
  speed: z.number(),
  accounts: z.array(
    z.object({ role: z.enum(['shopper', 'factory', 'operator']), email: z.string(), password: z.string() }),
  ),
  pids: z.record(z.string(), z.number()),
})

/** The addresses of a running system. */
export type Ready = z.infer<typeof shape>

/** What DIR/ready.json says at this moment: parts that were started again have other process ids. */
export const readReady = (file: string): Ready => shape.parse(JSON.parse(readFileSync(file, 'utf8')))

/** One of the demonstration's accounts. */
export function account(
  { accounts }: Pick<Ready, 'accounts'>,
  role: 'shopper' | 'factory' | 'operator',
): { email: string; password: string } {
  const found = accounts.find((each) => each.role === role)
  if (found === undefined) throw new Error(`There is no demonstration account of a ${role}`)
  return found
}
