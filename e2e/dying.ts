import { setTimeout as delay } from 'node:timers/promises'
import { TRPCClientError } from '@trpc/client'
import { refusalOf } from '#simulation/session.ts'
import { pidOf } from './site.ts'

/** Kills a part of the system where it stands. Its supervisor starts it again; ready.json may be away meanwhile, or name the dead one. */
export async function kill(part: 'worker' | 'web' | 'postgres' | 'temporal'): Promise<void> {
  const end = Date.now() + 30_000
  for (;;) {
    try {
      process.kill(pidOf(part), 'SIGKILL')
      return
    } catch (error) {
      if (Date.now() > end) throw error
    }
    await delay(50)
  }
}

/**
 * Acts as a person does who sees that something did not go through: again, until it does. What the platform refuses by name is not asked again,
 * but for what only has to dry.
 */
export async function insist<Answer>(act: () => Promise<Answer>, ms = 60_000): Promise<Answer> {
  const end = Date.now() + ms
  for (;;) {
    try {
      return await act()
    } catch (error) {
      const refusal = refusalOf(error)
      const mayPass = error instanceof TRPCClientError && (refusal === undefined || refusal.code === 'operation_order')
      if (!mayPass || Date.now() > end) throw error
    }
    await delay(200)
  }
}
