/** The addresses of a running system, as its `DIR/ready.json` holds them. */
export type Ready = {
  readonly web: string
  readonly api: string
  readonly temporalAddress: string
  readonly databaseUrl: string
  readonly stripe: string
  readonly carrier: string
  readonly mail: string
  readonly speed: number
  readonly accounts: readonly { readonly role: string; readonly email: string; readonly password: string }[]
  readonly pids: Readonly<Record<string, number>>
}

export function readReady(dir: string): Ready

/** Starts a system and resolves when it is ready. */
export function startSystem(options: {
  dir: string
  speed?: number
  port?: number
  env?: Record<string, string>
  say?: (text: string) => void
}): Promise<{ ready: () => Ready; stop: () => Promise<void>; ended: Promise<void> }>
